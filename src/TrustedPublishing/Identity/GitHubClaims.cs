using TrustedPublishing.Failures;

namespace TrustedPublishing.Identity;

/// <summary>Compares GitHub's claims as PyPI does (pypi/warehouse, <c>warehouse/oidc/models/github.py</c>).</summary>
internal static class GitHubClaims
{
    private const string Folder = "/.github/workflows/";

    private static readonly string[] Ends = ["ref", "sha"];

    private static readonly string[] Required = ["repository_owner_id", "ref", "sha", "jti"];

    public static IEnumerable<ClaimComparison> Compare(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        yield return Repository(publisher, claims);
        yield return Owner(publisher, claims);
        yield return Workflow(publisher, claims);
        if (Caller(claims) is { } caller)
        {
            yield return caller;
        }

        if (Environment(publisher, claims) is { } environment)
        {
            yield return environment;
        }

        yield return Event(claims);
        foreach (var claim in Required)
        {
            yield return ClaimRules.Present(claims, claim);
        }

        yield return ClaimRules.Shown(claims, "sub");
    }

    public static TrustedPublisher? PublisherOf(IReadOnlyDictionary<string, string> claims)
    {
        var (owner, repository) = Split(claims.GetValueOrDefault("repository"));
        return repository is null || FileOf(claims, "job_workflow_ref") is not { } file ? null : new()
        {
            Owner = owner,
            Repository = repository,
            Workflow = file,
            Environment = claims.GetValueOrDefault("environment"),
        };
    }

    /// <summary>PyPI's lookup of owner and repository is case-sensitive, although its later check of the claim is not.</summary>
    private static ClaimComparison Repository(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("repository");
        var expected = $"{publisher.Owner}/{publisher.Repository}";
        var advice = expected.Equals(actual, StringComparison.OrdinalIgnoreCase)
            ? $"Spell owner and repository as GitHub does, {FailureText.OneLine(actual)}, here and on the index: PyPI's comparison is case-sensitive."
            : $"Run the job in the repository {expected}, or declare and register {FailureText.OneLine(actual ?? "the repository that the job runs in")} (forks and renamed repositories have different names).";
        return ClaimRules.Row("repository", actual, expected, actual == expected, advice);
    }

    private static ClaimComparison Owner(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("repository_owner");
        return ClaimRules.Row("repository_owner", actual, publisher.Owner, actual == publisher.Owner,
            $"Declare and register the owner as GitHub spells it{(actual is null ? "" : $": {FailureText.OneLine(actual)}")}.");
    }

    /// <summary>Exactly <c>{owner}/{repository}/.github/workflows/{file}@{ref}</c>, or the same with the commit instead of the reference.</summary>
    private static ClaimComparison Workflow(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("job_workflow_ref");
        var path = $"{publisher.Owner}/{publisher.Repository}{Folder}{publisher.Workflow}";
        var allowed = Ends.Select(end => claims.GetValueOrDefault(end)).Where(value => !string.IsNullOrEmpty(value)).Select(value => $"{path}@{value}").ToList();
        var matches = actual is not null && allowed.Contains(actual, StringComparer.Ordinal);
        return ClaimRules.Row("job_workflow_ref", actual, matches ? actual! : allowed.FirstOrDefault() ?? $"{path}@…", matches, WorkflowAdvice(publisher, claims));
    }

    private static string WorkflowAdvice(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var repository = claims.GetValueOrDefault("repository");
        var job = claims.GetValueOrDefault("job_workflow_ref");
        var file = FileOf(claims, "job_workflow_ref");
        if (job is not null && repository is not null && !job.StartsWith($"{repository}/", StringComparison.OrdinalIgnoreCase))
        {
            return "The publishing job is in a reusable workflow of another repository, which PyPI does not support: move the job to this repository's own workflow.";
        }

        if (file is not null && FileOf(claims, "workflow_ref") is { } caller && caller != file)
        {
            return $"The publishing job is in the reusable workflow {FailureText.OneLine(file)}, called by {FailureText.OneLine(caller)}. PyPI does not support this: move the job to {FailureText.OneLine(caller)} itself.";
        }

        return file is null ? "Run the job from a workflow file that ends in .yml or .yaml, for a branch or a tag."
            : file == publisher.Workflow ? "The workflow file has the correct name; the cause is one of the differences above, or a run for neither a branch nor a tag."
            : $"The job runs in {FailureText.OneLine(file)}: publish from {publisher.Workflow}, or declare and register {FailureText.OneLine(file)} (case-sensitive).";
    }

    /// <summary>
    /// The calling workflow, shown if it is a different file: the exchange may succeed, but attestations cannot (pypi/warehouse issue 11096).
    /// </summary>
    private static ClaimComparison? Caller(IReadOnlyDictionary<string, string> claims) =>
        claims.TryGetValue("workflow_ref", out var caller) && caller != claims.GetValueOrDefault("job_workflow_ref")
            ? ClaimRules.Shown(claims, "workflow_ref", "The publishing job is in a reusable workflow. Attestations name the calling workflow, so no registration fits both: publish from the calling workflow itself.")
            : null;

    /// <summary>PyPI stores and compares GitHub's environments in lower case; a publisher without an environment accepts any.</summary>
    private static ClaimComparison? Environment(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("environment");
        if (publisher.Environment is not { Length: > 0 } expected)
        {
            return actual is null ? null : ClaimRules.Shown(claims, "environment");
        }

        return ClaimRules.Row("environment", actual, expected, expected.Equals(actual, StringComparison.OrdinalIgnoreCase), actual is null
            ? $"Add `environment: {expected}` to the publishing job, or register the publisher without an environment."
            : $"Run the job in the environment {expected}, or declare and register {FailureText.OneLine(actual)}.");
    }

    private static ClaimComparison Event(IReadOnlyDictionary<string, string> claims)
    {
        var actual = claims.GetValueOrDefault("event_name");
        return ClaimRules.Row("event_name", actual, "not pull_request_target", actual is not (null or "pull_request_target"),
            "Start the workflow with a tag, a release or by hand: PyPI rejects jobs started by pull_request_target.");
    }

    private static string? FileOf(IReadOnlyDictionary<string, string> claims, string claim) =>
        ClaimRules.FileIn(claims.GetValueOrDefault(claim), Folder);

    private static (string Owner, string? Repository) Split(string? fullName) =>
        fullName?.Split('/', 2) is [{ Length: > 0 } owner, { Length: > 0 } repository] ? (owner, repository) : ("", null);
}
