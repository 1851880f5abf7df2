using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>GitHub: owner and repository are case-sensitive, the environment is not.</summary>
internal sealed partial class GitHubProvider : Provider
{
    public override string Issuer => Issuers.GitHub;

    public override string Name => "github";

    protected override IReadOnlyList<string> Required { get; } =
        ["repository", "repository_owner", "repository_owner_id", "job_workflow_ref", "jti", "event_name", "ref", "sha"];

    protected override IReadOnlyList<string> Texts { get; } =
        ["repository", "repository_owner", "repository_owner_id", "job_workflow_ref", "event_name", "environment"];

    /// <summary>The file that a workflow reference names, or null.</summary>
    public static string? WorkflowFile(string reference) => FileName().Match(reference) is { Success: true } match ? match.Value : null;

    public override bool IsSameIdentity(RehearsalPublisher left, RehearsalPublisher right) =>
        left is RehearsalPublisher.GitHub a && right is RehearsalPublisher.GitHub b
        && (a.Owner, a.Repository, a.Workflow, a.Environment) == (b.Owner, b.Repository, b.Workflow, b.Environment);

    public override IEnumerable<ComparedClaim> Explain(RehearsalPublisher publisher, Claims claims)
    {
        var github = (RehearsalPublisher.GitHub)publisher;
        var workflow = $"{github.Owner}/{github.Repository}/.github/workflows/{github.Workflow}";
        return
        [
            ComparedClaim.Exact(claims, "repository", $"{github.Owner}/{github.Repository}"),
            ComparedClaim.Exact(claims, "repository_owner", github.Owner),
            ComparedClaim.Exact(claims, "repository_owner_id", github.OwnerId),
            new("job_workflow_ref", claims.Shown("job_workflow_ref"), $"{workflow} at the token's ref or sha", claims.IsTextOrAbsent("job_workflow_ref") && WorkflowReference(workflow, claims) is null),
            ComparedClaim.Optional(claims, "environment", github.Environment, StringComparison.OrdinalIgnoreCase),
            new("event_name", claims.Shown("event_name"), "any but pull_request_target", claims.Has("event_name") && claims.Text("event_name") != "pull_request_target"),
        ];
    }

    protected override (PublisherRow? Row, Rejection? Rejection) Lookup(IEnumerable<PublisherRow> rows, Claims claims)
    {
        if (claims.Text("repository")!.Split('/', 2) is not [var owner, var repository])
        {
            return (null, Rejection.Crash);
        }

        if (WorkflowFile(claims.Text("job_workflow_ref")!) is not { } workflow)
        {
            return (null, new("Could not job extract workflow filename from OIDC claims"));
        }

        var ownerId = claims.Text("repository_owner_id");
        var candidates =
            from row in rows
            let github = row.Publisher as RehearsalPublisher.GitHub
            where github is not null && github.Owner == owner && github.Repository == repository && github.OwnerId == ownerId && github.Workflow == workflow
            select (row, github.Environment);
        return (ForEnvironment(candidates, claims.Text("environment")?.ToLowerInvariant()), null);
    }

    protected override Rejection? Compare(RehearsalPublisher publisher, Claims claims, Func<string, bool> isUsed)
    {
        var github = (RehearsalPublisher.GitHub)publisher;
        return !string.Equals(claims.Text("repository"), $"{github.Owner}/{github.Repository}", StringComparison.OrdinalIgnoreCase) ? Rejection.Required("repository")
            : claims.Text("repository_owner") != github.Owner ? Rejection.Required("repository_owner")
            : claims.Text("repository_owner_id") != github.OwnerId ? Rejection.Required("repository_owner_id")
            : WorkflowReference($"{github.Owner}/{github.Repository}/.github/workflows/{github.Workflow}", claims) is { } reason ? new(reason)
            : isUsed(claims.Text("jti")!) ? Rejection.Reused
            : claims.Text("event_name") == "pull_request_target" ? new("Publishing from a workflow invoked via 'pull_request_target' is not supported.")
            : github.Environment.Length == 0 || string.Equals(claims.Text("environment"), github.Environment, StringComparison.OrdinalIgnoreCase) ? null
            : Rejection.Optional("environment");
    }

    /// <summary>Why the reference does not match the registered workflow at the token's ref or commit.</summary>
    public static string? WorkflowReference(string registered, Claims claims)
    {
        if (claims.Text("job_workflow_ref") is not { Length: > 0 } actual)
        {
            return "The job_workflow_ref claim is empty";
        }

        string[] expected =
        [
            .. new[] { claims.Text("ref"), claims.Text("sha") }.Where(reference => !string.IsNullOrEmpty(reference))
                .Select(reference => $"{registered}@{reference}").Distinct().Order(StringComparer.Ordinal),
        ];
        return expected.Length == 0 ? "The ref and sha claims are empty"
            : expected.Contains(actual) ? null
            : $"The job_workflow_ref claim does not match, expecting one of {PythonText.Repr(expected)}, got {PythonText.Repr(actual)}";
    }

    [GeneratedRegex(@"[^/]+\.(?:yml|yaml)(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
