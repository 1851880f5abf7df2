using Octokit;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>What the target <c>SetUpEnvironment</c> says.</summary>
internal static class SetUpTexts
{
    public const string ProtectedBranchesGo = "So far protected branches deploy. GitHub lets either these deploy or what rules name: they no longer will.";

    public const string ByHandOnTags = "Runs that are started by hand deploy only when they are started on such a tag, not on a branch.";

    public const string Question = "Do this? Type yes: ";

    public const string NotConfirmed = "Nothing was changed. To do this, run the same command with --set-up-confirm.";

    public const string Declined = "Nothing was changed.";

    public const string Done = "This is what GitHub shows now.";

    public const string NothingToDo = "The environment is protected like this already: nothing is to be changed.";

    public const string NoEnvironment =
        "No deployment environment can be set up: the build declares no publisher on GitHub, or one without an environment. "
        + "Put [TrustedPublishingWorkflow(\"release\", Environment = \"pypi\")] on the build class, and add a git remote 'origin' or give --pypi-repository owner/name.";

    public const string NoReviewers =
        "An environment without required reviewers protects nothing from somebody who can push a tag: name them with --set-up-reviewers, "
        + "users by their login and teams as organisation/team, separated by ';'.";

    public const string UnknownReviewers = "Reviewers of --set-up-reviewers cannot be used, and nothing was changed:";

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
        $"The rule '{rule}' stays and lets every branch deploy: remove it in the repository's settings, Environments, if that is not meant.";

    public static string TooManyReviewers(IReadOnlyList<GitHubReviewer> reviewers) =>
        $"GitHub takes at most six reviewers, these are {reviewers.Count}: {string.Join(", ", reviewers)}. Name fewer, or a team. Nothing was changed.";

    public static string NoSuchReviewer(string name) => name.Contains('/', StringComparison.Ordinal)
        ? $"{name}: GitHub answered 404: there is no such team, or the token may not see it. Write organisation/team with the team's short name."
        : $"{name}: GitHub knows no such user. Write the login; a team is written organisation/team.";

    public static string Organisation(string name) => $"{name} is an organisation: name a user, or a team as {name}/team.";

    public static string NotLooked(string what, string why) => $"GitHub was asked for {what}. {why} Nothing was changed.";

    public static string Refused(string what, Exception why, IReadOnlyList<string> done) =>
        $"{what} failed. {GitHubTexts.Why(why)}\nWhat to change: {Remedy(why)}\n{(done.Count == 0 ? "Nothing was changed." : $"Done before: {string.Join("; ", done)}. The same command goes on from there.")}";

    public static string StillDifferent(IEnumerable<EnvironmentPlanRow> rows) =>
        $"GitHub took every request, and yet shows the environment otherwise:\n{string.Join('\n', rows)}\nChange it in the repository's settings, Environments.";

    private static string Remedy(Exception why) => why switch
    {
        _ when GitHubTexts.MayPass(why) => "nothing; run the same command again later.",
        ApiValidationException => "reviewers must be able to read the repository; private repositories have reviewers and rules only in some plans of GitHub.",
        _ => "the token needs the permission administration: write (fine-grained) or the scope repo (classic), of somebody who administers the "
            + "repository. Private repositories have environments only in some plans of GitHub.",
    };
}
