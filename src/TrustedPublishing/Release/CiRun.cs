namespace TrustedPublishing.Release;

/// <summary>The commit and the CI run of a release, from the variables of the CI systems that provide them.</summary>
internal static class CiRun
{
    private static readonly string[] Commits = ["GITHUB_SHA", "CI_COMMIT_SHA", "CIRCLE_SHA1", "BUILDKITE_COMMIT", "COMMIT_SHA"];
    private static readonly string[] Runs = ["CI_JOB_URL", "CIRCLE_BUILD_URL", "BUILDKITE_BUILD_URL", "BUILD_ID"];

    public static (string? Commit, string? Run) FromEnvironment(IReadOnlyDictionary<string, string> environment) =>
        (First(environment, Commits), GitHub(environment) ?? First(environment, Runs));

    private static string? GitHub(IReadOnlyDictionary<string, string> environment) =>
        First(environment, ["GITHUB_RUN_ID"]) is { } id && First(environment, ["GITHUB_REPOSITORY"]) is { } repository
            ? $"{First(environment, ["GITHUB_SERVER_URL"]) ?? "https://github.com"}/{repository}/actions/runs/{id}/attempts/{First(environment, ["GITHUB_RUN_ATTEMPT"]) ?? "1"}"
            : First(environment, ["GITHUB_RUN_ID"]);

    private static string? First(IReadOnlyDictionary<string, string> environment, string[] names) =>
        names.Select(name => environment.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
