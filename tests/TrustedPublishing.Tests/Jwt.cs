using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TrustedPublishing.Tests;

/// <summary>Identity tokens with a meaningless signature, and the claims of a job that matches <see cref="Publisher"/>.</summary>
internal static class Jwt
{
    public static readonly TrustedPublisher Publisher = new() { Owner = "octo", Repository = "greeter", Workflow = "release.yml", Environment = "pypi" };

    public static readonly TrustedPublisher GitLabPublisher = new()
    {
        Provider = PublisherProvider.GitLab, Owner = "Group/Sub", Repository = "greeter", Workflow = "ci/release.yml", Environment = "pypi",
    };

    public static Dictionary<string, object?> GitHubClaims(string audience = "pypi", long expires = 1788264600) => new()
    {
        ["iss"] = "https://token.actions.githubusercontent.com",
        ["aud"] = audience,
        ["exp"] = expires,
        ["jti"] = "example-id",
        ["sub"] = "repo:octo/greeter:environment:pypi",
        ["repository"] = "octo/greeter",
        ["repository_owner"] = "octo",
        ["repository_owner_id"] = "65",
        ["job_workflow_ref"] = "octo/greeter/.github/workflows/release.yml@refs/tags/v1.0",
        ["workflow_ref"] = "octo/greeter/.github/workflows/release.yml@refs/tags/v1.0",
        ["ref"] = "refs/tags/v1.0",
        ["sha"] = "0123456789abcdef0123456789abcdef01234567",
        ["environment"] = "pypi",
        ["event_name"] = "push",
    };

    public static Dictionary<string, object?> GitLabClaims() => new()
    {
        ["iss"] = "https://gitlab.com",
        ["aud"] = "pypi",
        ["jti"] = "example-id",
        ["sub"] = "project_path:Group/Sub/greeter:ref_type:tag:ref:v1.0",
        ["project_path"] = "Group/Sub/greeter",
        ["ci_config_ref_uri"] = "gitlab.com/Group/Sub/greeter//ci/release.yml@refs/tags/v1.0",
        ["ref_path"] = "refs/tags/v1.0",
        ["sha"] = "0123456789abcdef0123456789abcdef01234567",
        ["environment"] = "pypi",
        ["runner_id"] = 12,
    };

    /// <summary>The claims as they are compared: null claims are absent.</summary>
    public static IReadOnlyDictionary<string, string> Displayed(IReadOnlyDictionary<string, object?> claims) =>
        claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => $"{claim.Value}");

    public static Dictionary<string, object?> With(this Dictionary<string, object?> claims, string name, object? value) => new(claims) { [name] = value };

    public static string Of(IReadOnlyDictionary<string, object?> claims) => OfJson(JsonSerializer.Serialize(claims));

    public static string OfJson(string payload) =>
        $"{Segment("""{"alg":"RS256","typ":"JWT","kid":"example"}""")}.{Segment(payload)}.{Segment("not a signature")}";

    private static string Segment(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
