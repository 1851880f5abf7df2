using TrustedPublishing.Testing;

namespace TrustedPublishing.StandIns.Tests;

/// <summary>How tests run other programs.</summary>
public sealed class RunningAProgram : IDisposable
{
    readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task ReturnsTheExitCodeAndBothStreams()
    {
        var result = await Python("import sys; print('out', flush=True); print('err', file=sys.stderr); sys.exit(3)");
        Assert.Equal(new ChildProcessResult(3, "out\n", "err\n", result.Output), result);
        Assert.Equal(["err", "out"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PassesArgumentsFolderAndEnvironment()
    {
        var result = await ChildProcess.RunAsync(
            Peers.Find("python3"),
            ["-c", "import os, sys; print(sys.argv[1], os.getcwd(), os.environ['GIVEN'], 'HOME' in os.environ, sep='|')", "a \"b\" c"],
            directory.Path,
            new Dictionary<string, string?> { ["GIVEN"] = "value", ["HOME"] = null },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal($"a \"b\" c|{directory.Path}|value|False\n", result.StandardOutput);
    }

    [Fact]
    public async Task KillsItAfterTheTimeout()
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => ChildProcess.RunAsync(
            Peers.Find("python3"),
            ["-c", "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"],
            timeout: TimeSpan.FromMilliseconds(300),
            cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("did not end in time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindsTheRepository() => Assert.True(File.Exists(RepositoryRoot.Combine("TrustedPublishing.slnx")));

    [Fact]
    public void FindsNoMissingProgram() => Assert.Null(Peers.TryFind($"no-such-program-{Guid.NewGuid():N}"));

    [Fact]
    public void LeavesNoFolderBehind()
    {
        var readOnly = new FileInfo(directory.Write("sub/read-only", "text")) { IsReadOnly = true };
        Assert.Contains(' ', readOnly.FullName);
        directory.Dispose();
        Assert.False(Directory.Exists(directory.Path));
    }

    static Task<ChildProcessResult> Python(string code) =>
        ChildProcess.RunAsync(Peers.Find("python3"), ["-c", code], cancellationToken: TestContext.Current.CancellationToken);
}
