using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>GitHub's API on this machine: answers per path, 404 for every other one.</summary>
internal sealed class PlayedGitHub : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly Dictionary<string, Func<HttpContext, Task>> answers = new(StringComparer.Ordinal);

    private PlayedGitHub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(context => answers.TryGetValue(context.Request.Path.Value!, out var answer) ? answer(context) : WriteAsync(context, 404, """{"message":"Not Found"}"""));
    }

    public Uri Address => new(application.Urls.First());

    public static async Task<PlayedGitHub> StartAsync()
    {
        var github = new PlayedGitHub();
        await github.application.StartAsync(TestContext.Current.CancellationToken);
        return github;
    }

    public PlayedGitHub Answer(string path, string body, int status = 200, params (string Name, string Value)[] headers)
    {
        answers[path] = context =>
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return WriteAsync(context, status, body);
        };
        return this;
    }

    /// <summary>Takes the request and says nothing until the client goes away.</summary>
    public PlayedGitHub Hang(string path)
    {
        answers[path] = async context =>
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };
        return this;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}
