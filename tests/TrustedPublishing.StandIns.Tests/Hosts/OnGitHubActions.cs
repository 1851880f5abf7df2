using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Hosts;

public sealed class OnGitHubActions : BuildTest
{
    public OnGitHubActions() => Workspace.Environment["GITHUB_ACTIONS"] = "false"; // its presence counts, not its value

    [Fact]
    public void TheBuildIsAServerBuild()
    {
        var outcome = Succeed("ParameterBuild");

        Assert.Equal("GitHubActions", outcome.Value("Host"));
        Assert.Equal("True", outcome.Value("IsServerBuild"));
        Assert.Equal("Release", outcome.Value("Configuration"));
    }

    [Fact]
    public void EachTargetIsAGroup()
    {
        var lines = Succeed("OrderingBuild").Lines;

        Assert.Equal(
            ["::group::Restore", "ran Restore", "::endgroup::Restore", "::group::Default", "ran Default", "::endgroup::Default"],
            lines.Where(x => x.Contains("Restore", StringComparison.Ordinal) || x.Contains("Default", StringComparison.Ordinal)).Take(6));
    }

    [Fact]
    public void WarningsAndErrorsAreAnnotations()
    {
        var outcome = Succeed("LoggingBuild", "Speak");

        Assert.Contains("::warning::a warning about \"this\"\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("::error::an error\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailureIsAnAnnotationWithoutItsReason()
    {
        var outcome = Run("LoggingBuild", "Fails");

        Assert.Equal(["::error::Target \"Fails\" has thrown an exception"], outcome.Lines.Where(x => x.StartsWith("::error", StringComparison.Ordinal)));
    }

    [Fact]
    public void CommandsInLogMessagesAreWrittenAsTemplates()
    {
        var outcome = Succeed("LoggingBuild", "Command");

        Assert.Contains("::add-mask::{Secret}", outcome.Lines);
        Assert.DoesNotContain("hidden", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CommandsAreEscaped()
    {
        var outcome = Succeed("LoggingBuild", "Command");

        Assert.Contains("::add-mask::50%25%0Asure", outcome.Lines);
    }

    [Fact]
    public void TheStepSummaryIsKnown()
    {
        Workspace.Environment["GITHUB_STEP_SUMMARY"] = Workspace.PathOf("summary.md");

        var outcome = Succeed("LoggingBuild", "Command");

        Assert.Equal("summary.md", outcome.Value("summary"));
    }

    [Fact]
    public void ColoursAreWrittenWhateverTheTerminal() => Assert.Contains("\u001b[", Succeed("LoggingBuild").Raw, StringComparison.Ordinal);
}
