using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Doctor's verdict on a repository and its environment on GitHub.</summary>
public sealed class TheEnvironment
{
    [Fact]
    public void MustAllowTheDeclaredTagsToDeploy()
    {
        var complaint = Assert.Single(Setup.Complaints(Rules(new(GitHubRefRule.Tag, "release-*"), new(GitHubRefRule.Branch, "main"))));

        Assert.Equal(DoctorVerdict.Error, complaint.Verdict);
        Assert.Equal("'pypi' accepts deployments from tag release-*, branch main only: runs for tag v*, which start the workflow, are refused.", complaint.Found);
        Assert.Contains("add a rule for tag v*", complaint.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void MustHaveARuleForTagsEvenIfABranchHasTheSameName() =>
        Assert.Equal(DoctorVerdict.Error, Assert.Single(Setup.Complaints(Rules(new GitHubRefRule(GitHubRefRule.Branch, "v*")))).Verdict);

    [Fact]
    public void MustAllowSomething() =>
        Assert.Contains("none is selected", Assert.Single(Setup.Complaints(Rules())).Found, StringComparison.Ordinal);

    [Fact]
    public void DoesNotAllowTagsByProtectedBranches()
    {
        var complaint = Assert.Single(Setup.Complaints(Setup.WithEnvironment(Setup.Environment with { Limit = GitHubRefLimit.ProtectedBranches })));

        Assert.Equal(DoctorVerdict.Error, complaint.Verdict);
        Assert.Contains("from protected branches only, not from tags: runs for tag v*", complaint.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void MayUseProtectedBranchesOnlyIfTheyStartTheWorkflow() =>
        Assert.Empty(Setup.Complaints(StartedBy("push: { branches: [main] }", Setup.Environment with { Limit = GitHubRefLimit.ProtectedBranches })));

    [Theory]
    [InlineData("*")]
    [InlineData("**/*")]
    public void ShouldNotAllowEveryBranchToDeploy(string pattern)
    {
        var complaint = Assert.Single(Setup.Complaints(Rules(new(GitHubRefRule.Tag, "v*"), new(GitHubRefRule.Branch, pattern))));

        Assert.Equal(DoctorVerdict.Warning, complaint.Verdict);
        Assert.Contains($"The rule 'branch {pattern}' lets every branch deploy", complaint.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push: { tags: ['v*', 'V*'] }", "runs for tag V*,")]
    [InlineData("push: { branches: main }", "runs for branch main,")]
    [InlineData("push: { tags: ['!v*-rc*', 'v*'] }", null)]
    [InlineData("release: { types: [published] }", null)]
    [InlineData("workflow_dispatch:", null)]
    public void IsComparedWithTheTriggersOfTheWorkflow(string trigger, string? refused)
    {
        var complaints = Setup.Complaints(StartedBy(trigger, Setup.Environment));

        Assert.Equal(refused is null ? 0 : 1, complaints.Count);
        Assert.All(complaints, complaint => Assert.Contains(refused!, complaint.Found, StringComparison.Ordinal));
    }

    [Fact]
    public void IsNotReportedIfAReleaseMayHaveAnyTag() =>
        Assert.Contains("runs for any tag,", Assert.Single(Setup.Complaints(StartedBy("release: { types: [published] }", Rules(new GitHubRefRule(GitHubRefRule.Branch, "main"))))).Found, StringComparison.Ordinal);

    [Fact]
    public void MayBeBypassedByAdministrators() =>
        Assert.Contains("Administrators can bypass", Assert.Single(Setup.Complaints(Setup.WithEnvironment(Setup.Environment with { AdministratorsBypass = true }))).Found, StringComparison.Ordinal);

    [Fact]
    public void IsNotCalledSafeIfGitHubDoesNotSayWhetherAdministratorsCanBypassIt()
    {
        var facts = Setup.WithEnvironment(Setup.Environment with { AdministratorsBypass = null });

        Assert.Empty(Setup.Complaints(facts));
        Assert.Contains(DoctorChecks.Run(facts), check => check is { Check: "Administrators", Verdict: DoctorVerdict.NotChecked });
    }

    [Fact]
    public void MayBelongToAFork() =>
        Assert.Contains("a fork", Assert.Single(Setup.Complaints(Setup.With(repository => repository with { Fork = true }))).Found, StringComparison.Ordinal);

    [Fact]
    public void MayBelongToAnArchivedRepository()
    {
        var complaint = Assert.Single(Setup.Complaints(Setup.With(repository => repository with { Archived = true })));

        Assert.Equal(DoctorVerdict.Error, complaint.Verdict);
        Assert.Contains("archived", complaint.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void MayBelongToARepositoryWhoseDefaultBranchLacksTheWorkflow() =>
        Assert.Contains("release.yml is not on the branch main", Assert.Single(Setup.Complaints(Setup.With(repository => repository with { Workflow = LookupResult<string>.Seen(null) }))).Found, StringComparison.Ordinal);

    private static DoctorFacts Rules(params GitHubRefRule[] rules) =>
        Setup.WithEnvironment(Setup.Environment with { Rules = LookupResult<IReadOnlyList<GitHubRefRule>>.Seen(rules) });

    private static DoctorFacts StartedBy(string trigger, GitHubEnvironment environment) => StartedBy(trigger, Setup.WithEnvironment(environment));

    private static DoctorFacts StartedBy(string trigger, DoctorFacts facts)
    {
        var text = Setup.HealthyWorkflow.Replace("permissions: {}", "#", StringComparison.Ordinal);
        var start = text.IndexOf("\non:", StringComparison.Ordinal);
        var end = text.IndexOf("\n# Each job", StringComparison.Ordinal);
        return facts with { Workflows = [WorkflowFile.Parse("release.yml", $"{text[..start]}\non:\n  {trigger}\n{text[end..]}")] };
    }
}
