using TrustedPublishing.Nuke.EnvironmentSetup;
using TrustedPublishing.Nuke.GitHub;
using TrustedPublishing.Nuke.Tests.Doctor;

namespace TrustedPublishing.Nuke.Tests.EnvironmentSetup;

/// <summary>The changes that are planned for an existing environment.</summary>
public sealed class PlanningAnEnvironment
{
    private static readonly GitHubReviewer Octocat = new("User", 1, "octocat");
    private static readonly GitHubReviewer Releasers = new("Team", 2, "releasers");

    private static DesiredEnvironment Wish { get; } = new() { Reviewers = [Octocat, Releasers], AllowsSelfReview = false, Refs = [new(GitHubRefRule.Tag, "v*")], StartsByHand = false };

    [Fact]
    public void CreatesANewOneWithFullProtection()
    {
        var plan = EnvironmentPlanner.Plan(null, Wish);

        Assert.True(plan.ChangesSettings);
        Assert.Equal([new(GitHubRefRule.Tag, "v*")], plan.AddedRules);
        Assert.Equal(
            """{"wait_timer":0,"prevent_self_review":true,"reviewers":[{"type":"User","id":1},{"type":"Team","id":2}],"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true},"can_admins_bypass":false}""",
            EnvironmentRequests.Settings(plan.Wanted).ToJsonString());
    }

    [Fact]
    public void ChangesNothingIfEverythingIsSetUp()
    {
        var plan = EnvironmentPlanner.Plan(Setup.Environment, Wish with { Reviewers = [Octocat] });

        Assert.True(plan.IsEmpty);
        Assert.All(plan.Rows, row => Assert.Equal(row.Now, row.Then));
    }

    /// <summary>A single different setting is a change, and nothing else is.</summary>
    [Theory]
    [InlineData("nothing", false, 0)]
    [InlineData("reviewers", true, 0)]
    [InlineData("self-review", true, 0)]
    [InlineData("no limit", true, 0)]
    [InlineData("protected branches", true, 0)]
    [InlineData("administrators", true, 0)]
    [InlineData("wait", false, 0)]
    [InlineData("rule", false, 1)]
    public void ChangesTheSettingsForOneDifferenceAlone(string difference, bool changes, int rules)
    {
        var existing = difference switch
        {
            "reviewers" => Setup.Environment with { Reviewers = [] },
            "self-review" => Setup.Environment with { PreventsSelfReview = false },
            "no limit" => Setup.Environment with { Limit = GitHubRefLimit.None },
            "protected branches" => Setup.Environment with { Limit = GitHubRefLimit.ProtectedBranches },
            "administrators" => Setup.Environment with { AdministratorsBypass = true },
            "wait" => Setup.Environment with { WaitMinutes = 5 },
            "rule" => Setup.Environment with { Rules = Rules(new GitHubRefRule(GitHubRefRule.Branch, "main")) },
            _ => Setup.Environment,
        };

        var plan = EnvironmentPlanner.Plan(existing, Wish with { Reviewers = [Octocat] });

        Assert.Equal((changes, rules, !changes && rules == 0), (plan.ChangesSettings, plan.AddedRules.Count, plan.IsEmpty));
        Assert.True(plan.Wanted is { PreventsSelfReview: true, Limit: GitHubRefLimit.Rules, AdministratorsBypass: false, Reviewers.Count: 1 });
    }

    [Fact]
    public void KeepsReviewersRulesAndTheWaitTimer()
    {
        var existing = Setup.Environment with
        {
            Reviewers = [new("User", 7, "hubot"), Octocat],
            WaitMinutes = 30,
            Rules = Rules(new(GitHubRefRule.Branch, "main"), new(GitHubRefRule.Tag, "release-*")),
        };

        var plan = EnvironmentPlanner.Plan(existing, Wish);

        Assert.Equal(["hubot", "octocat", "the team releasers"], plan.Wanted.Reviewers.Select(reviewer => reviewer.ToString()));
        Assert.Equal(30, plan.Wanted.WaitMinutes);
        Assert.Equal([new(GitHubRefRule.Tag, "v*")], plan.AddedRules);
        Assert.Contains(plan.Rows, row => row.ToString() == "branches and tags branch main, tag release-* only -> branch main, tag release-*, tag v* only");
    }

    [Fact]
    public void NeverWidensARuleThatAllowsReleasesToDeploy() =>
        Assert.Empty(EnvironmentPlanner.Plan(Setup.Environment with { Rules = Rules(new GitHubRefRule(GitHubRefRule.Tag, "v[0-9]*")) }, Wish).AddedRules);

    [Fact]
    public void NeverAllowsWhatWasForbidden() =>
        Assert.True(EnvironmentPlanner.Plan(Setup.Environment, Wish with { AllowsSelfReview = true }).Wanted.PreventsSelfReview);

    [Fact]
    public void AllowsSelfReviewOfANewOneIfRequested() =>
        Assert.False(EnvironmentPlanner.Plan(null, Wish with { AllowsSelfReview = true }).Wanted.PreventsSelfReview);

    [Fact]
    public void StopsAdministratorsFromBypassingTheRules()
    {
        var plan = EnvironmentPlanner.Plan(Setup.Environment with { AdministratorsBypass = true }, Wish with { Reviewers = [] });

        Assert.True(plan.ChangesSettings);
        Assert.False(plan.Wanted.AdministratorsBypass);
    }

    [Fact]
    public void OmitsTheBypassSettingForAServerThatLacksIt()
    {
        var plan = EnvironmentPlanner.Plan(Setup.Environment with { AdministratorsBypass = null }, Wish);

        Assert.DoesNotContain("can_admins_bypass", EnvironmentRequests.Settings(plan.Wanted).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void IsComparedWithGitHubsSettingsAfterwards()
    {
        var wanted = EnvironmentPlanner.Plan(null, Wish).Wanted;
        var found = wanted with { Reviewers = [Releasers, Octocat], AdministratorsBypass = null, Rules = Rules(new(GitHubRefRule.Tag, "v*"), new(GitHubRefRule.Branch, "old")) };

        Assert.Equal("branches and tags branch old, tag v* only -> tag v* only", Assert.Single(EnvironmentPlanner.Differences(found, wanted)).ToString());
    }

    [Fact]
    public void WarnsAboutUnexpectedEffects()
    {
        var existing = Setup.Environment with { Limit = GitHubRefLimit.ProtectedBranches, Rules = Rules() };

        var plan = EnvironmentPlanner.Plan(existing, Wish with { Reviewers = [], StartsByHand = true });

        Assert.Equal([SetUpTexts.OnlyReviewer(Octocat), SetUpTexts.ProtectedBranchesGo, SetUpTexts.ByHandOnTags], plan.Warnings);
    }

    [Fact]
    public void WarnsAboutARemainingRuleThatProtectsNothing()
    {
        var every = new GitHubRefRule(GitHubRefRule.Branch, "*");

        Assert.Contains(SetUpTexts.EveryBranchStays(every), EnvironmentPlanner.Plan(Setup.Environment with { Rules = Rules(every) }, Wish).Warnings);
    }

    [Theory]
    [InlineData("v*", "v*")]
    [InlineData("v[0-9]+.[0-9]+", "v[0-9]*.[0-9]*")]
    [InlineData("v1?", "v*")]
    [InlineData("**", "*")]
    [InlineData("python/v**", "python/v*")]
    public void WritesTagsOfTheWorkflowAsRules(string pattern, string expected)
    {
        var rule = Assert.Single(TagRules.FromPatterns([pattern, "!*-rc*"]));

        Assert.Equal(new(GitHubRefRule.Tag, expected), rule);
        Assert.True(rule.Lets(new(GitHubRefRule.Tag, pattern)));
    }

    [Fact]
    public void UsesVersionTagsIfTheWorkflowNamesNone() => Assert.Equal([new(GitHubRefRule.Tag, "v*")], TagRules.FromPatterns([]));

    private static LookupResult<IReadOnlyList<GitHubRefRule>> Rules(params GitHubRefRule[] rules) => LookupResult<IReadOnlyList<GitHubRefRule>>.Seen(rules);
}
