using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests;

/// <summary>An index, and a client that sends only what it is told to send.</summary>
internal sealed class Bench : IAsyncDisposable
{
    /// <summary>The publisher that <see cref="StartAsync"/> registers for <c>greeter</c>.</summary>
    public static readonly RehearsalPublisher.GitHub Publisher = new() { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Projects = ["greeter"] };

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    private Bench(RehearsalIndex index, FakeTimeProvider time) => (Index, Time) = (index, time);

    public RehearsalIndex Index { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Starts an index with a fake clock, and registers <see cref="Publisher"/> unless others are given.</summary>
    public static async Task<Bench> StartAsync(RehearsalOptions? options = null, params IReadOnlyList<RehearsalPublisher> publishers)
    {
        var time = options?.Time as FakeTimeProvider ?? new FakeTimeProvider(DateTimeOffset.Parse("2026-08-21T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var bench = new Bench(await RehearsalIndex.StartAsync((options ?? new()) with { Time = time }, TestContext.Current.CancellationToken), time);
        foreach (var publisher in publishers.DefaultIfEmpty(Publisher))
        {
            bench.Index.Register(publisher);
        }

        return bench;
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null, params IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Index.BaseUrl, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.ReadAsync(response);
    }

    public Task<Reply> GetAsync(string path, string? accept = null) => SendAsync(HttpMethod.Get, path, null, accept is null ? [] : [("Accept", accept)]);

    /// <summary>The identity token of a job, as issued by the CI's token service.</summary>
    public async Task<string> IdentityAsync(RehearsalJob? job = null)
    {
        var variables = Index.JobEnvironment(job);
        var reply = await SendAsync(HttpMethod.Get, variables["ACTIONS_ID_TOKEN_REQUEST_URL"] + "&audience=pypi", null, ("Authorization", $"bearer {variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]}"));
        return reply.Json["value"]!.GetValue<string>();
    }

    public Task<Reply> MintAsync(string identity) => PostAsync("/_/oidc/mint-token", new JsonObject { ["token"] = identity }.ToJsonString());

    public Task<Reply> PostAsync(string path, string text) => SendAsync(HttpMethod.Post, path, new StringContent(text, Encoding.UTF8));

    /// <summary>An API token for a job.</summary>
    public async Task<string> TokenAsync(RehearsalJob? job = null) => (await MintAsync(await IdentityAsync(job))).Json["token"]!.GetValue<string>();

    public async Task<Reply> UploadAsync(string token, Sample sample, params IEnumerable<FormField> further) =>
        await UploadAsync(token, RawForm.Of([.. sample.Fields(), .. further]).File(sample.FileName, sample.Content));

    public Task<Reply> UploadAsync(string token, RawForm form, string accept = "application/json") =>
        SendAsync(HttpMethod.Post, "/legacy/", form.ToContent(), ("Authorization", Basic("__token__", token)), ("Accept", accept));

    public static string Basic(string user, string password) =>
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))).ToString();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Index.DisposeAsync();
    }
}
