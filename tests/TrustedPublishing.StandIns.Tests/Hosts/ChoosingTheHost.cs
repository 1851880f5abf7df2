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

    [Theory]
    [InlineData("APPVEYOR", "AppVeyor")]
    [InlineData("TF_BUILD", "AzurePipelines")]
    [InlineData("bamboo_planKey", "Bamboo")]
    [InlineData("BITBUCKET_PIPELINE_UUID", "Bitbucket")]
    [InlineData("BITRISE_BUILD_URL", "Bitrise")]
    [InlineData("GITLAB_CI", "GitLab")]
    [InlineData("JENKINS_HOME", "Jenkins")]
    [InlineData("JB_SPACE_PROJECT_KEY", "SpaceAutomation")]
    [InlineData("TEAMCITY_VERSION", "TeamCity")]
    [InlineData("TRAVIS", "TravisCI")]
    public void RecognisesAServerByItsVariable(string variable, string host)
    {
        Workspace.Environment[variable] = "x";

        var outcome = Succeed("ParameterBuild");

        Assert.Equal(host, outcome.Value("Host"));
        Assert.Equal("True", outcome.Value("IsServerBuild"));
    }

    [Fact]
    public void DoesNotLookAtTheGenericVariable()
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
