using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>
/// GitHub's API on this machine: a response for each path, and 404 for any other. A path may have a method as prefix (<c>PUT /repos/…</c>; default:
/// GET) and a query as suffix, which must then match exactly.
/// </summary>
internal sealed class PlayedGitHub : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> requests = new();

    private PlayedGitHub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    /// <summary>All requests so far: method, path, and body if there is one.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public Uri Address => new(application.Urls.First());

    public static async Task<PlayedGitHub> StartAsync()
    {
        var github = new PlayedGitHub();
        await github.application.StartAsync(TestContext.Current.CancellationToken);
        return github;
    }

    public PlayedGitHub Answer(string path, string body, int status = 200, params (string Name, string Value)[] headers)
    {
        answers[Key(path)] = context =>
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return WriteAsync(context, status, body);
        };
        return this;
    }

    /// <summary>Accepts a change, after which other responses may be given.</summary>
    public PlayedGitHub Take(string path, Action<PlayedGitHub> change)
    {
        answers[path] = context =>
        {
            change(this);
            return WriteAsync(context, 200, "{}");
        };
        return this;
    }

    /// <summary>Accepts the request and sends nothing until the client disconnects.</summary>
    public PlayedGitHub Hang(string path)
    {
        answers[Key(path)] = async context =>
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };
        return this;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static string Key(string path) => path.StartsWith('/') ? $"GET {path}" : path;

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var path = $"{context.Request.Method} {context.Request.Path.Value}";
        var whole = path + context.Request.QueryString.Value;
        requests.Enqueue(body.Length > 0 ? $"{whole} {body}" : whole);
        await (answers.GetValueOrDefault(whole) ?? answers.GetValueOrDefault(path) ?? (missing => WriteAsync(missing, 404, """{"message":"Not Found"}""")))(context);
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType ??= "application/json; charset=utf-8";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
