using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Targets;

/// <summary>A running build locks its log file.</summary>
public sealed class TwoBuildsAtOnce : BuildTest
{
    [Fact]
    public async Task AreNotPossibleInOneRoot()
    {
        using var first = Workspace.Start(Workspace.Root, "FailingBuild", "Wait");
        try
        {
            while (await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "waiting")
            {
                // before its target runs, the first one may not have locked the file yet
            }

            var second = Run("FailingBuild", "NeverReached");

            Assert.Equal(255, second.ExitCode);
            Assert.Empty(second.Ran);
            Assert.Contains("build.log' because it is being used by another process.", second.Output, StringComparison.Ordinal);
        }
        finally
        {
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync(CancellationToken.None);
        }
    }
}
