using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Octokit;
using Octokit.Internal;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>
/// GitHub's API through Octokit's connection, for the calls that Octokit's clients lack. <see cref="GitHubTexts"/> describes errors.
/// </summary>
internal sealed class GitHubApi : IDisposable
{
    private readonly HttpClientAdapter http;
    private readonly Connection connection;

    /// <param name="access">The address and token.</param>
    /// <param name="deadline">The maximum duration of one request.</param>
    public GitHubApi(GitHubAccess access, TimeSpan deadline)
    {
        var root = access.Api.AbsoluteUri.EndsWith('/') ? access.Api : new Uri(access.Api.AbsoluteUri + "/");
        http = new(() => new GitHubOrigin(root));
        connection = new(new ProductHeaderValue("TrustedPublishing.Nuke"), root, new InMemoryCredentialStore(new Credentials(access.Token.Reveal())), http, new SimpleJsonSerializer());
        connection.SetRequestTimeout(deadline);
        Client = new(connection);
    }

    /// <summary>Octokit's own clients.</summary>
    public GitHubClient Client { get; }

    public async Task<JsonElement> GetAsync(string path) => Read(await connection.Get<object>(new(path, UriKind.Relative), new Dictionary<string, string>()));

    public async Task PutAsync(string path, JsonObject body)
    {
        using var content = JsonContent.Create(body);
        await connection.Put<object>(new(path, UriKind.Relative), content);
    }

    public async Task PostAsync(string path, JsonObject body)
    {
        using var content = JsonContent.Create(body);
        await connection.Post<object>(new(path, UriKind.Relative), content, AcceptHeaders.StableVersion, contentType: null);
    }

    public void Dispose() => http.Dispose();

    private static JsonElement Read(IApiResponse<object> answer)
    {
        using var json = JsonDocument.Parse(answer.HttpResponse.Body as string ?? "");
        return json.RootElement.Clone();
    }
}
