using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rehearsing;

/// <summary>The target <c>VerifyDistributions</c>, on distributions of any origin.</summary>
[Trait("Speed", "Slow")]
public sealed class VerifyingDistributions : IDisposable
{
    /// <summary>Builds a wheel with one module; a source distribution with the same content includes it as its build backend.</summary>
    private const string Backend =
        """
        import zipfile

        def build_wheel(directory, config_settings=None, metadata_directory=None, name='tried-1.0-py3-none-any.whl', module='VALUE = 1\n', tag='py3-none-any'):
            files = {
                'tried/__init__.py': module,
                'tried-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: tried\nVersion: 1.0\n',
                'tried-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: %s\n' % tag,
            }
            with zipfile.ZipFile(directory + '/' + name, 'w') as archive:
                for path, text in files.items():
                    archive.writestr(path, text)
                archive.writestr('tried-1.0.dist-info/RECORD', ''.join('%s,,\n' % path for path in [*files, 'tried-1.0.dist-info/RECORD']))
            return name
        """;

    private readonly SampleRepository repository = new();

    public VerifyingDistributions()
    {
        Peers.Find("python3");
        repository.Write("tried-1.0/backend.py", Backend);
        repository.Write("tried-1.0/pyproject.toml", "[build-system]\nrequires = []\nbuild-backend = \"backend\"\nbackend-path = [\".\"]\n[project]\nname = \"tried\"\nversion = \"1.0\"\n");
        repository.Write("tried-1.0/PKG-INFO", "Metadata-Version: 2.1\nName: tried\nVersion: 1.0\n");
        Directory.CreateDirectory(repository.Combine("dist"));
    }

    [Fact]
    public async Task InstallsAndRunsAWheelAndBuildsASourceDistribution()
    {
        await WheelAsync("build_wheel('dist')");
        await WheelAsync("build_wheel('dist', name='tried-1.0-py3-none-win_arm64.whl', tag='py3-none-win_arm64')");
        await ChildProcess.RunAsync("tar", ["-czf", "dist/tried-1.0.tar.gz", "tried-1.0"], repository.Path, cancellationToken: TestContext.Current.CancellationToken);

        var result = await VerifyAsync();

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("tried-1.0-py3-none-any.whl is installed and runs: imported tried", result.Output, StringComparison.Ordinal);
        Assert.Contains("tried-1.0-py3-none-win_arm64.whl is for another platform or Python version and is not verified here", result.Output, StringComparison.Ordinal);
        Assert.Contains("tried-1.0.tar.gz builds tried-1.0-py3-none-any.whl", result.Output, StringComparison.Ordinal);
    }

    /// <summary>pip has the option --python since 22.3.</summary>
    [Fact]
    public async Task InstallsWithAnOlderPip()
    {
        await WheelAsync("build_wheel('dist')");
        using var programs = new TemporaryDirectory();
        programs.WriteProgram("python3", $"#!/bin/sh\ncase \"$*\" in *' --python '*) exit 3;; *pip.__version__*) echo False;; *) exec '{Peers.Find("python3")}' \"$@\";; esac\n");

        var result = await VerifyAsync(new(StringComparer.Ordinal) { ["PATH"] = $"{programs.Path}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.Contains("tried-1.0-py3-none-any.whl is installed and runs: imported tried", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build_wheel('dist', module='import missing_module\\n')", "No module named 'missing_module'")]
    [InlineData("build_wheel('dist', name='tried-1.0-py3-none-win_arm64.whl', tag='py3-none-win_arm64')", "No wheel fits this machine, so none was verified: tried-1.0-py3-none-win_arm64.whl.")]
    [InlineData("print()", "There are no distributions to verify")]
    public async Task FailsForUnusableDistributions(string made, string said)
    {
        await WheelAsync(made);

        var result = await VerifyAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.DistributionsNotVerified, result.Output);
    }

    public void Dispose() => repository.Dispose();

    private async Task WheelAsync(string call)
    {
        var result = await ChildProcess.RunAsync(
            Peers.Find("python3"), ["-c", $"import sys; sys.path.insert(0, 'tried-1.0'); from backend import build_wheel; {call}"], repository.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    private Task<ChildProcessResult> VerifyAsync(Dictionary<string, string>? environment = null) =>
        repository.RunAsync("Verifying", ["VerifyDistributions", "--distributions", "dist/*"], environment);
}
