using System.Text;
using TrustedPublishing.StandIns.Tests.Running;
using TrustedPublishing.Testing;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class AnInterruptedBuild : BuildTest
{
    [Fact]
    public async Task RunsAssuredTargetsAndShowsTheTable()
    {
        CtrlC.SkipWhenImpossible();
        using var build = Workspace.Start(Workspace.Root, "FailingBuild", "Wait", "AfterWaiting", "NeverReached");
        var output = new StringBuilder();
        while (await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "waiting")
            output.AppendLine(line);
        await CtrlC.SendAsync(build);

        var outcome = Workspace.Finish(build, build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal(["AfterWaiting"], outcome.Ran);
        Assert.StartsWith("Wait Aborted", outcome.Row("Wait"), StringComparison.Ordinal);
        Assert.Equal("NeverReached NotRun", outcome.Row("NeverReached"));
    }
}
