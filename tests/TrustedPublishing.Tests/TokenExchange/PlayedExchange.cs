using System.Globalization;
using System.Text.Json;

namespace TrustedPublishing.Tests.TokenExchange;

/// <summary>
/// GitHub's token service and an index's exchange in one server. The responses to exchanges are given in order; after the last one, every exchange
/// succeeds. Every identity token has its own <c>jti</c>, every API token its own number.
/// </summary>
internal sealed class PlayedExchange : IAsyncDisposable
{
    public const string InvalidToken = """{"errors":[{"code":"invalid-token","description":"malformed or invalid token"}],"message":"Token request failed"}""";

    private readonly Queue<Func<string?>> answers;
    private readonly LoopbackServer server;
    private readonly List<string> exchanged = [];
    private readonly List<string> burnt = [];
    private int identities;
    private int tokens;

    public PlayedExchange(params IEnumerable<Func<string?>> answers)
    {
        this.answers = new(answers);
        server = new(Answer);
        Index = PackageIndex.Parse($"{server.Url}legacy/");
    }

    public PackageIndex Index { get; }

    public SkippingTime Time { get; } = new();

    /// <summary>The lifetime of API tokens; null for indexes that do not state one.</summary>
    public TimeSpan? TokenLife { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The response to the audience request.</summary>
    public string Audience { get; set; } = LoopbackServer.Answer(200, """{"audience":"pypi"}""");

    /// <summary>The response to a revocation.</summary>
    public Func<string?> Burn { get; set; } = () => LoopbackServer.Answer(202, "");

    /// <summary>The identity tokens that were exchanged, in order, by their <c>jti</c>.</summary>
    public IReadOnlyList<string> Exchanged => exchanged;

    /// <summary>The API tokens that were revoked.</summary>
    public IReadOnlyList<string> Burnt => burnt;

    public IReadOnlyList<string> Requests => server.Requests;

    public PublishOptions Options => Tests.Options.Of(Index, Tests.Options.GitHub(server.Url)) with { Time = Time };

    public static Func<string?> Status(int status, string body = "", string headers = "") => () => LoopbackServer.Answer(status, body, headers);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private string? Answer(string request) => request.Split(' ')[1] switch
    {
        "/_/oidc/audience" => Audience,
        "/_/oidc/mint-token" => Mint(request),
        "/_/oidc/burn-token" => Revoke(request),
        _ => LoopbackServer.Answer(200, $$"""{"value":"{{Jwt.Of(Jwt.GitHubClaims(expires: Ends(TimeSpan.FromMinutes(5))).With("jti", $"identity-{++identities}"))}}"}"""),
    };

    private string? Mint(string request)
    {
        exchanged.Add(CiIdentity.FromJson(TokenIn(request)).Claims["jti"]);
        return answers.TryDequeue(out var answer) ? answer() : LoopbackServer.Answer(200, Minted());
    }

    private string? Revoke(string request)
    {
        burnt.Add(TokenIn(request));
        return Burn();
    }

    private string Minted()
    {
        var expires = TokenLife is { } life ? $"\"expires\":{Ends(life).ToString(CultureInfo.InvariantCulture)}," : "";
        return $$"""{{{expires}}"success":true,"token":"pypi-{{++tokens}}"}""";
    }

    private long Ends(TimeSpan after) => (Time.GetUtcNow() + after).ToUnixTimeSeconds();

    private static string TokenIn(string request)
    {
        using var json = JsonDocument.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        return json.RootElement.GetProperty("token").GetString()!;
    }
}
