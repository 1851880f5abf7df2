using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.EnvironmentSetup;

/// <summary>Computes the changes from the existing to the desired environment. Stricter settings are kept.</summary>
internal static class EnvironmentPlanner
{
    public static EnvironmentPlan Plan(GitHubEnvironment? existing, DesiredEnvironment wish)
    {
        var wanted = Wanted(existing, wish);
        var rules = wanted.Rules.Value!;
        return new()
        {
            Wanted = wanted,
            ChangesSettings = existing is null || !AreSame(existing, wanted),
            AddedRules = [.. rules.Except(existing?.Rules.Value ?? [])],
            Rows = [.. Rows(existing, wanted)],
            Warnings = [.. Warnings(existing, wanted, wish.StartsByHand)],
        };
    }

    /// <summary>The settings that differ from the desired environment, with their current and desired values.</summary>
    public static IReadOnlyList<EnvironmentPlanRow> Differences(GitHubEnvironment? found, GitHubEnvironment wanted) =>
        [.. Rows(found, found is { AdministratorsBypass: null } ? wanted with { AdministratorsBypass = null } : wanted).Where(row => row.Now != row.Then)];

    /// <summary>An existing rule that allows the desired refs to deploy is sufficient: it may be narrower on purpose.</summary>
    private static GitHubEnvironment Wanted(GitHubEnvironment? existing, DesiredEnvironment wish)
    {
        var rules = existing?.Rules.Value ?? [];
        return new()
        {
            Reviewers = [.. (existing?.Reviewers ?? []).Concat(wish.Reviewers).DistinctBy(reviewer => (reviewer.Type, reviewer.Id))],
            PreventsSelfReview = existing?.PreventsSelfReview == true || !wish.AllowsSelfReview,
            WaitMinutes = existing?.WaitMinutes ?? 0,
            Limit = GitHubRefLimit.Rules,
            Rules = LookupResult<IReadOnlyList<GitHubRefRule>>.Seen([.. rules, .. wish.Refs.Where(wished => !rules.Any(rule => rule.Lets(wished)))]),
            AdministratorsBypass = existing is { AdministratorsBypass: null } ? null : false,
        };
    }

    private static bool AreSame(GitHubEnvironment existing, GitHubEnvironment wanted) =>
        existing.Reviewers.Count == wanted.Reviewers.Count
        && existing.PreventsSelfReview == wanted.PreventsSelfReview
        && existing.Limit == wanted.Limit
        && existing.AdministratorsBypass == wanted.AdministratorsBypass;

    private static IEnumerable<EnvironmentPlanRow> Rows(GitHubEnvironment? now, GitHubEnvironment then)
    {
        yield return Row("reviewers", environment => SetUpTexts.Reviewers(environment.Reviewers));
        yield return Row("own releases", environment => environment.PreventsSelfReview ? "approved by others only" : "approved by anyone of them");
        yield return Row("branches and tags", SetUpTexts.Refs);
        yield return Row("administrators", environment => environment.AdministratorsBypass switch
        {
            true => "can bypass all of this",
            false => "cannot bypass this",
            null => "not known to this server",
        });
        yield return Row("wait", environment => $"{environment.WaitMinutes} minutes");

        EnvironmentPlanRow Row(string setting, Func<GitHubEnvironment, string> text) => new(setting, now is null ? null : text(now), text(then));
    }

    private static IEnumerable<string> Warnings(GitHubEnvironment? now, GitHubEnvironment then, bool startsByHand)
    {
        if (then is { PreventsSelfReview: true, Reviewers: [{ Type: "User" } only] })
        {
            yield return SetUpTexts.OnlyReviewer(only);
        }

        if (now?.Limit is GitHubRefLimit.ProtectedBranches)
        {
            yield return SetUpTexts.ProtectedBranchesGo;
        }

        if (startsByHand && then.Rules.Value!.All(rule => rule.Kind == GitHubRefRule.Tag))
        {
            yield return SetUpTexts.ByHandOnTags;
        }

        foreach (var rule in then.Rules.Value!.Where(rule => rule.IsEveryBranch))
        {
            yield return SetUpTexts.EveryBranchStays(rule);
        }
    }
}
