using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>
/// Two indexes and one CI system, whose token service issues the tokens that each index trusts, depending on the requested audience.
/// </summary>
internal sealed class TwoIndexes : IAsyncDisposable
{
    private static readonly HttpClient Http = new();
    private readonly WebApplication tokens;

    private TwoIndexes(RehearsalIndex first, RehearsalIndex second)
    {
        (First, Second) = (first, second);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        tokens = builder.Build();
        tokens.Run(GiveAsync);
    }

    /// <summary>Simulates TestPyPI.</summary>
    public RehearsalIndex First { get; }

    /// <summary>Simulates PyPI.</summary>
    public RehearsalIndex Second { get; }

    /// <summary>Both, in the form of <c>--pypi-index</c>.</summary>
    public string Both => $"{First.Index.UploadUrl};{Second.Index.UploadUrl}";

    /// <summary>The audiences for which identity tokens were requested, in order.</summary>
    public List<string> Audiences { get; } = [];

    public static async Task<TwoIndexes> StartAsync(string? faultsOfFirst = null, string? faultsOfSecond = null)
    {
        var first = await RehearsalIndex.StartAsync(Options("testpypi", faultsOfFirst), TestContext.Current.CancellationToken);
        var second = await RehearsalIndex.StartAsync(Options("pypi", faultsOfSecond), TestContext.Current.CancellationToken);
        var both = new TwoIndexes(first, second);
        await both.tokens.StartAsync(TestContext.Current.CancellationToken);
        return both;
    }

    /// <summary>Registers the publisher of the project on both.</summary>
    public TwoIndexes With(RehearsalPublisher publisher)
    {
        First.Register(publisher);
        Second.Register(publisher);
        return this;
    }

    /// <summary>A GitHub Actions job that publishes to both.</summary>
    public Dictionary<string, string> Job(params (string Name, string Value)[] more) => With(new(First.JobEnvironment())
    {
        ["PYPI_INDEX"] = Both,
        ["ACTIONS_ID_TOKEN_REQUEST_URL"] = $"{tokens.Urls.First()}/token?api-version=2.0",
    }, more);

    /// <summary>A GitLab job that has one identity token for each.</summary>
    public Dictionary<string, string> GitLabJob() =>
        new(First.JobEnvironment().Concat(Second.JobEnvironment().Where(variable => variable.Key == "PYPI_ID_TOKEN"))) { ["PYPI_INDEX"] = Both };

    public async ValueTask DisposeAsync()
    {
        await tokens.DisposeAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }

    private static RehearsalOptions Options(string audience, string? faults) => new() { Audience = audience, Faults = faults is null ? RehearsalFaults.None : RehearsalFaults.Parse(faults) };

    private static Dictionary<string, string> With(Dictionary<string, string> job, (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            job[name] = value;
        }

        return job;
    }

    private async Task GiveAsync(HttpContext context)
    {
        var audience = context.Request.Query["audience"].ToString();
        Audiences.Add(audience);
        var job = (audience == "testpypi" ? First : Second).JobEnvironment();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{job["ACTIONS_ID_TOKEN_REQUEST_URL"]}&audience={audience}");
        request.Headers.Authorization = new("bearer", job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
        using var answer = await Http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await answer.Content.ReadAsStringAsync(context.RequestAborted), context.RequestAborted);
    }
}
