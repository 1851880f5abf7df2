using System.Diagnostics;
using System.Text;
using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

public sealed class AnInterruptedBuild : BuildTest
{
    [Fact]
    public async Task RunsAssuredTargetsAndShowsTheTable()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl+C is sent with kill -INT, which Windows does not have.");
        using var build = Workspace.Start(Workspace.Root, "FailingBuild", "Wait", "AfterWaiting", "NeverReached");
        var output = new StringBuilder();
        while (await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "waiting")
            output.AppendLine(line);
        using (var kill = Process.Start("kill", ["-INT", $"{build.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        var outcome = Workspace.Finish(build, build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));

        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal(["AfterWaiting"], outcome.Ran);
        Assert.StartsWith("Wait Aborted", outcome.Row("Wait"), StringComparison.Ordinal);
        Assert.Equal("NeverReached NotRun", outcome.Row("NeverReached"));
    }
}
