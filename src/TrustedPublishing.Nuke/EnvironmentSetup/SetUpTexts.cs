using Octokit;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>The messages of the target <c>SetUpEnvironment</c>.</summary>
internal static class SetUpTexts
{
    public const string ProtectedBranchesGo = "Currently, protected branches can deploy. GitHub supports either that or rules, so they will no longer be able to.";

    public const string ByHandOnTags = "Runs started by hand can deploy only from such a tag, not from a branch.";

    public const string Question = "Apply these changes? Type yes: ";

    public const string NotConfirmed = "Nothing was changed. To apply these changes, run the same command with --set-up-confirm.";

    public const string Declined = "Nothing was changed.";

    public const string Done = "GitHub now shows these settings.";

    public const string NothingToDo = "The environment is already protected like this. Nothing to change.";

    public const string NoEnvironment =
        "The deployment environment cannot be set up: the build declares no publisher on GitHub, or one without an environment. "
        + "Put [TrustedPublishingWorkflow(\"release\", Environment = \"pypi\")] on the build class, and add a git remote 'origin' or give --pypi-repository owner/name.";

    public const string NoReviewers =
        "An environment without required reviewers does not protect against someone who can push a tag. Name reviewers with --set-up-reviewers: "
        + "users by their login and teams as organisation/team, separated by ';'.";

    public const string UnknownReviewers = "--set-up-reviewers contains invalid reviewers, and nothing was changed:";

    public static string Heading(GitHubRepository repository, string environment, bool exists) =>
        $"Environment '{environment}' of {repository.FullName}, which {(exists ? "exists" : "does not exist yet")}:";

    public static string Reviewers(IReadOnlyList<GitHubReviewer> reviewers) => reviewers.Count == 0 ? "none" : string.Join(", ", reviewers.Select(reviewer => reviewer.ToString()).Order(StringComparer.Ordinal));

    public static string Refs(GitHubEnvironment environment) => environment switch
    {
        { Limit: GitHubRefLimit.None } => "all",
        { Limit: GitHubRefLimit.ProtectedBranches } => "protected branches only",
        { Rules.Value: { Count: > 0 } rules } => $"{string.Join(", ", rules.Select(rule => rule.ToString()).Order(StringComparer.Ordinal))} only",
        _ => "none",
    };

    public static string OnlyReviewer(GitHubReviewer only) =>
        $"{only} is the only reviewer: nobody can approve a release that {only} starts. Name a second one, or give --set-up-self-review.";

    public static string EveryBranchStays(GitHubRefRule rule) =>
        $"The rule '{rule}' is kept and lets every branch deploy. If this is not intended, remove it in the repository's settings under Environments.";

    public static string TooManyReviewers(IReadOnlyList<GitHubReviewer> reviewers) =>
        $"GitHub accepts at most six reviewers; there are {reviewers.Count}: {string.Join(", ", reviewers)}. Name fewer, or a team. Nothing was changed.";

    public static string NoSuchReviewer(string name) => name.Contains('/', StringComparison.Ordinal)
        ? $"{name}: GitHub answered 404: the team does not exist, or the token cannot see it. Write organisation/team with the team's short name."
        : $"{name}: GitHub has no such user. Use the login; a team is written organisation/team.";

    public static string Organisation(string name) => $"{name} is an organisation: name a user, or a team as {name}/team.";

    public static string NotLooked(string what, string why) => $"Could not read {what} from GitHub. {why} Nothing was changed.";

    public static string Refused(string what, Exception why, IReadOnlyList<string> done) =>
        $"{what} failed. {GitHubTexts.Why(why)}\nWhat to change: {Remedy(why)}\n{(done.Count == 0 ? "Nothing was changed." : $"Done before: {string.Join("; ", done)}. The same command goes on from there.")}";

    public static string StillDifferent(IEnumerable<EnvironmentPlanRow> rows) =>
        $"GitHub accepted every request but shows different settings:\n{string.Join('\n', rows)}\nChange it in the repository's settings, Environments.";

    private static string Remedy(Exception why) => why switch
    {
        _ when GitHubTexts.MayPass(why) => "nothing; run the same command again later.",
        ApiValidationException => "reviewers need read access to the repository; for private repositories, reviewers and rules are available only in some GitHub plans.",
        _ => "the token needs the permission administration: write (fine-grained) or the scope repo (classic), of somebody who administers the "
            + "repository. For private repositories, environments are available only in some GitHub plans.",
    };
}
