using System.Text;
using TrustedPublishing.StandIns.Tests.Running;
using TrustedPublishing.Testing;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class AnInterruptedBuild : BuildTest
{
    [Fact]
    public async Task ShowsTheTable()
    {
        CtrlC.SkipWhenImpossible();
        using var build = Workspace.Start(Workspace.Root, "FailingBuild", "Wait", "NeverReached");
        var output = new StringBuilder();
        while (await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "waiting")
            output.AppendLine(line);
        await CtrlC.SendAsync(build);

        var outcome = Workspace.Finish(build, build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(130, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.StartsWith("Wait Aborted", outcome.Row("Wait"), StringComparison.Ordinal);
        Assert.Equal("NeverReached NotRun", outcome.Row("NeverReached"));
    }

    [Fact]
    public async Task ShowsItsOutcomeWhileTheTargetContinues()
    {
        CtrlC.SkipWhenImpossible();
        using var build = Workspace.Start(Workspace.Root, "FailingBuild", "GoesOn");
        while (await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "waiting")
        {
        }

        await CtrlC.SendAsync(build);

        var outcome = Workspace.Finish(build, build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("", outcome.Value("running"));
        Assert.Equal("GoesOn", outcome.Value("aborted"));
        Assert.Equal("Sequence contains no matching element", outcome.Value("summary"));
        Assert.True(
            outcome.Output.IndexOf("Build failed on ", StringComparison.Ordinal) < outcome.Output.IndexOf("aborted = ", StringComparison.Ordinal), outcome.ToString());
        Assert.EndsWith("// Later: 2", outcome.Row("GoesOn"), StringComparison.Ordinal);
        Assert.StartsWith("GoesOn Succeeded", outcome.Row("GoesOn"), StringComparison.Ordinal);
        Assert.Contains("\nBuild succeeded on ", outcome.Output, StringComparison.Ordinal);
    }
}
