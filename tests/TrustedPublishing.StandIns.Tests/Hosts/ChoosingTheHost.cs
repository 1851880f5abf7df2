using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Hosts;

public sealed class ChoosingTheHost : BuildTest
{
    [Fact]
    public void IsATerminalByDefault()
    {
        var outcome = Succeed("ParameterBuild");

        Assert.Equal("Terminal", outcome.Value("Host"));
        Assert.Equal("False", outcome.Value("IsServerBuild"));
        Assert.Equal("Debug", outcome.Value("Configuration"));
    }

    [Fact]
    public void RecognisesAServerByItsVariable()
    {
        Workspace.Environment["GITLAB_CI"] = "x";

        var outcome = Succeed("ParameterBuild");

        Assert.Equal("GitLab", outcome.Value("Host"));
        Assert.Equal("True", outcome.Value("IsServerBuild"));
    }

    [Fact]
    public void IgnoresTheGenericVariable()
    {
        Workspace.Environment["CI"] = "true";

        Assert.Equal("Terminal", Succeed("ParameterBuild").Value("Host"));
    }

    [Fact]
    public void FollowsTheCommandLine() => Assert.Equal("GitHubActions", Succeed("ParameterBuild", "--host", "githubactions").Value("Host"));

    [Fact]
    public void FoldsTargetsOnGitLab()
    {
        Workspace.Environment["GITLAB_CI"] = "true";

        var outcome = Succeed("OrderingBuild", "First");

        Assert.Single(outcome.Lines, x => x.StartsWith("section_start:", StringComparison.Ordinal) && x.Contains("[collapsed=true]", StringComparison.Ordinal));
        Assert.Single(outcome.Lines, x => x.StartsWith("section_end:", StringComparison.Ordinal));
    }
}
