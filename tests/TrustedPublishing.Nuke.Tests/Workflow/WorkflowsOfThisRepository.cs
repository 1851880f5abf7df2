using TrustedPublishing.Nuke.Workflow;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The workflows of this repository, including the one that is not generated.</summary>
public sealed class WorkflowsOfThisRepository
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(RepositoryRoot.Combine(".github", "workflows"), "*.yml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void PinTheirActionsAndGrantNothingByDefault(string file)
    {
        var workflow = Read(file);

        Assert.Empty(workflow.Root["permissions"].Keys);
        Assert.All(workflow.Jobs, job => Assert.True(job.Has("permissions") && job.Has("timeout-minutes")));
        Assert.All(workflow.Lines.Where(line => line.Contains("uses:", StringComparison.Ordinal)), line => Assert.Matches("uses: [A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", line));
        Assert.All(PinnedAction.In(workflow.Text), pin => Assert.DoesNotContain(PinnedAction.All, action => action.IsOf(pin.Repository) && action != pin));
    }

    [Fact]
    public void CheckTheDatesOfListsEveryWeekWithoutSecrets()
    {
        var workflow = Read("lists.yml");

        Assert.Contains("schedule", workflow.Root["on"].ToString(), StringComparison.Ordinal);
        Assert.Equal(("contents", "read"), (Assert.Single(Assert.Single(workflow.Jobs).Find("permissions").Keys), Assert.Single(workflow.Jobs).Find("permissions").Text("contents")));
        Assert.Contains("bash ./build.sh CheckListDates", Assert.Single(workflow.Runs), StringComparison.Ordinal);
        Assert.DoesNotContain("secrets", workflow.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static AuditedWorkflow Read(string file) => new(File.ReadAllText(RepositoryRoot.Combine(".github", "workflows", file)));
}
