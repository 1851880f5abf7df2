using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>
/// GitHub's API on this machine: answers per path, 404 for every other one. A path may have its method in front (<c>PUT /repos/…</c>; else
/// GET) and a query behind it, which then has to be exactly that.
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

    /// <summary>Every request so far, as method, path, and body where it has one.</summary>
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

    /// <summary>Takes a change, after which other answers may be given.</summary>
    public PlayedGitHub Take(string path, Action<PlayedGitHub> change)
    {
        answers[path] = context =>
        {
            change(this);
            return WriteAsync(context, 200, "{}");
        };
        return this;
    }

    /// <summary>Takes the request and says nothing until the client goes away.</summary>
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
