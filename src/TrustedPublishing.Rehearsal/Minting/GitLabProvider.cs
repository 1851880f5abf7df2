using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>GitLab: namespace and project are case-insensitive; the pipeline's path and the environment must match exactly.</summary>
internal sealed partial class GitLabProvider : Provider
{
    public override string Issuer => Issuers.GitLab;

    public override string Name => "gitlab";

    public override bool SupportsOtherIssuers => true;

    protected override IReadOnlyList<string> Required { get; } = ["sub", "project_path", "ci_config_ref_uri", "jti", "ref_path", "sha"];

    protected override IReadOnlyList<string> Texts { get; } = ["project_path", "ci_config_ref_uri", "environment"];

    /// <summary>The pipeline file that a configuration reference names, or null.</summary>
    public static string? WorkflowPath(string reference) => FilePath().Match(reference) is { Success: true } match ? match.Value : null;

    public override bool IsSameIdentity(RehearsalPublisher left, RehearsalPublisher right) =>
        left is RehearsalPublisher.GitLab a && right is RehearsalPublisher.GitLab b
        && (a.Namespace, a.Project, a.WorkflowPath, a.Environment, a.Issuer) == (b.Namespace, b.Project, b.WorkflowPath, b.Environment, b.Issuer);

    public override IEnumerable<ComparedClaim> Explain(RehearsalPublisher publisher, Claims claims)
    {
        var gitlab = (RehearsalPublisher.GitLab)publisher;
        var project = $"{gitlab.Namespace}/{gitlab.Project}";
        var pipeline = $"{Domain(gitlab)}/{project}//{gitlab.WorkflowPath}";
        return
        [
            ComparedClaim.Exact(claims, "iss", gitlab.Issuer),
            new("sub", claims.Shown("sub"), $"project_path:{project}, and anything behind that", IsSubject(claims.Text("sub"), $"project_path:{project}")),
            ComparedClaim.Exact(claims, "project_path", project, StringComparison.OrdinalIgnoreCase),
            new("ci_config_ref_uri", claims.Shown("ci_config_ref_uri"), $"{pipeline} at the token's ref_path or sha", PipelineReference(pipeline, claims) is null),
            ComparedClaim.Optional(claims, "environment", gitlab.Environment),
        ];
    }

    protected override (PublisherRow? Row, Rejection? Rejection) Lookup(IEnumerable<PublisherRow> rows, Claims claims)
    {
        var path = claims.Text("project_path")!;
        var slash = path.LastIndexOf('/');
        if (slash < 0)
        {
            return (null, Rejection.Crash);
        }

        if (WorkflowPath(claims.Text("ci_config_ref_uri")!) is not { } workflow)
        {
            return (null, new("Could not extract workflow filename from OIDC claims"));
        }

        var candidates =
            from row in rows
            let gitlab = row.Publisher as RehearsalPublisher.GitLab
            where gitlab is not null && gitlab.WorkflowPath == workflow && gitlab.Issuer == claims.Text("iss")
                && gitlab.Namespace.Equals(path[..slash], StringComparison.OrdinalIgnoreCase)
                && gitlab.Project.Equals(path[(slash + 1)..], StringComparison.OrdinalIgnoreCase)
            select (row, gitlab.Environment);
        return (ForEnvironment(candidates, claims.Text("environment")), null);
    }

    protected override Rejection? Compare(RehearsalPublisher publisher, Claims claims, Func<string, bool> isUsed)
    {
        var gitlab = (RehearsalPublisher.GitLab)publisher;
        var project = $"{gitlab.Namespace}/{gitlab.Project}";
        return !IsSubject(claims.Text("sub"), $"project_path:{project}") ? Rejection.Required("sub")
            : !project.Equals(claims.Text("project_path"), StringComparison.OrdinalIgnoreCase) ? Rejection.Required("project_path")
            : PipelineReference($"{Domain(gitlab)}/{project}//{gitlab.WorkflowPath}", claims) is { } reason ? new(reason)
            : isUsed(claims.Text("jti")!) ? Rejection.Reused
            : gitlab.Environment.Length == 0 || claims.Text("environment") == gitlab.Environment ? null
            : Rejection.Optional("environment");
    }

    private static string Domain(RehearsalPublisher.GitLab publisher) =>
        publisher.Issuer.StartsWith("https://", StringComparison.Ordinal) ? publisher.Issuer["https://".Length..] : publisher.Issuer;

    /// <summary>Whether the first two parts of a subject match, ignoring case.</summary>
    public static bool IsSubject(string? actual, string expected) =>
        actual?.Split(':') is [{ Length: > 0 } kind, { Length: > 0 } project, ..] && expected.Equals($"{kind}:{project}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why the reference does not match the registered pipeline at the token's ref or commit.</summary>
    public static string? PipelineReference(string registered, Claims claims)
    {
        if (claims.Text("ci_config_ref_uri") is not { Length: > 0 } actual)
        {
            return "The ci_config_ref_uri claim is empty";
        }

        if (claims.Text("ref_path") is not { Length: > 0 } path || claims.Text("sha") is not { Length: > 0 } sha)
        {
            return "The ref_path and sha claims are empty";
        }

        string[] expected = [.. new[] { $"{registered}@{path}", $"{registered}@{sha}" }.Distinct().Order(StringComparer.Ordinal)];
        return expected.Contains(actual)
            ? null
            : $"The ci_config_ref_uri claim does not match, expecting one of {PythonText.Repr(expected)}, got {PythonText.Repr(actual)}";
    }

    [GeneratedRegex(@"(?<=//).*[^/]\.(?:yml|yaml)(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex FilePath();
}
