using TrustedPublishing.Failures;

namespace TrustedPublishing.Identity;

/// <summary>
/// Compares GitLab's claims as PyPI does (pypi/warehouse, <c>warehouse/oidc/models/gitlab.py</c>). Its rules on case are the opposite of GitHub's.
/// </summary>
internal static class GitLabClaims
{
    private static readonly string[] Required = ["ref_path", "sha", "jti"];

    public static IEnumerable<ClaimComparison> Compare(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        yield return Project(publisher, claims);
        yield return Subject(publisher, claims);
        yield return Pipeline(publisher, claims);
        if (Environment(publisher, claims) is { } environment)
        {
            yield return environment;
        }

        foreach (var claim in Required)
        {
            yield return ClaimRules.Present(claims, claim);
        }
    }

    public static TrustedPublisher? PublisherOf(IReadOnlyDictionary<string, string> claims)
    {
        var path = claims.GetValueOrDefault("project_path") ?? "";
        var slash = path.LastIndexOf('/');
        return slash <= 0 || ClaimRules.FileIn(claims.GetValueOrDefault("ci_config_ref_uri"), "//") is not { } file ? null : new()
        {
            Provider = PublisherProvider.GitLab,
            Owner = path[..slash],
            Repository = path[(slash + 1)..],
            Workflow = file,
            Environment = claims.GetValueOrDefault("environment"),
        };
    }

    private static ClaimComparison Project(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("project_path");
        var expected = $"{publisher.Owner}/{publisher.Repository}";
        return ClaimRules.Row("project_path", actual, expected, expected.Equals(actual, StringComparison.OrdinalIgnoreCase),
            $"Run the job in the project {expected}, or declare and register {FailureText.OneLine(actual ?? "the project that the job runs in")}.");
    }

    /// <summary>Only the first two parts count: <c>project_path:{namespace}/{project}</c>.</summary>
    private static ClaimComparison Subject(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("sub");
        var expected = $"project_path:{publisher.Owner}/{publisher.Repository}";
        var parts = string.Join(':', (actual ?? "").Split(':').Take(2));
        return ClaimRules.Row("sub", actual, $"{expected}:…", parts.Equals(expected, StringComparison.OrdinalIgnoreCase),
            "Keep GitLab's default subject claim: PyPI requires it to begin with the project's path.");
    }

    /// <summary>
    /// Exactly <c>{host}/{namespace}/{project}//{file}@{ref_path}</c>, or the same with the commit; case must match the registration.
    /// </summary>
    private static ClaimComparison Pipeline(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("ci_config_ref_uri");
        var path = $"{Host(claims)}/{publisher.Owner}/{publisher.Repository}//{publisher.Workflow}";
        string?[] ends = [claims.GetValueOrDefault("ref_path"), claims.GetValueOrDefault("sha")];
        // PyPI requires both claims and accepts either value.
        var allowed = ends.Any(string.IsNullOrEmpty) ? [] : ends.Select(end => $"{path}@{end}").ToList();
        var matches = actual is not null && allowed.Contains(actual, StringComparer.Ordinal);
        return ClaimRules.Row("ci_config_ref_uri", actual, matches ? actual! : allowed.FirstOrDefault() ?? $"{path}@…", matches, PipelineAdvice(path, actual, allowed.Count > 0));
    }

    private static string PipelineAdvice(string path, string? actual, bool hasRef) =>
        !hasRef ? "Run the job for a branch or a tag: the claims ref_path and sha are both required."
        : actual is not null && actual.StartsWith($"{path}@", StringComparison.OrdinalIgnoreCase)
            ? "Declare and register the group, project and pipeline file exactly as GitLab shows them: this claim is case-sensitive."
            : "Publish from the declared pipeline file of the project itself (not from an included project), or declare and register the file that the claim shows.";

    private static string Host(IReadOnlyDictionary<string, string> claims) =>
        Uri.TryCreate(claims.GetValueOrDefault("iss"), UriKind.Absolute, out var issuer) ? issuer.Authority : "gitlab.com";

    private static ClaimComparison? Environment(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("environment");
        if (publisher.Environment is not { Length: > 0 } expected)
        {
            return actual is null ? null : ClaimRules.Shown(claims, "environment");
        }

        return ClaimRules.Row("environment", actual, expected, expected == actual, actual is null
            ? $"Add `environment: {expected}` to the publishing job, or register the publisher without an environment."
            : $"Run the job in the environment {expected}, or declare and register {FailureText.OneLine(actual)} (case-sensitive on GitLab).");
    }
}
