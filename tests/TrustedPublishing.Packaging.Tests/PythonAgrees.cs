using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

/// <summary>Python's own tools check what was packed without them.</summary>
public sealed class PythonAgrees : IDisposable
{
    private readonly TemporaryDirectory work = new();
    private readonly PackagedDistributions packed;

    public PythonAgrees() => packed = new DistributionPackager(new()
    {
        ProjectDirectory = RepositoryRoot.Combine("tests", "samples", "greeter"),
        OutputDirectory = work.Combine("dist"),
        Environment = new Dictionary<string, string>(),
    }).Pack(TestContext.Current.CancellationToken);

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task ThatTheWheelIsAZipFile()
    {
        var result = await Python("-m", "zipfile", "--test", packed.Files[1]);
        Assert.Equal("Done testing\n", result.StandardOutput);
    }

    [Fact]
    public async Task ThatTheSdistIsATarFile() => await Python("-m", "tarfile", "--test", packed.Files[0]);

    [Fact]
    public async Task ThatEveryMemberOfTheWheelIsInRecordWithItsDigest()
    {
        var result = await Python("-c", """
            import base64, csv, hashlib, io, sys, zipfile
            with zipfile.ZipFile(sys.argv[1]) as wheel:
                rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(wheel.read("greeter-1.0.0.dist-info/RECORD").decode()))}
                assert list(rows) == wheel.namelist(), rows
                for name, (digest, size) in list(rows.items())[:-1]:
                    content = wheel.read(name)
                    expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
                    assert (digest, size) == ("sha256=" + expected, str(len(content))), name
                print(len(rows), "rows")
            """, packed.Files[1]);
        Assert.Equal("8 rows\n", result.StandardOutput);
    }

    [Fact]
    public async Task ThatTheWheelCanBeInstalledAndRun()
    {
        await Pip("--no-deps", packed.Files[1]);
        var environment = new Dictionary<string, string?> { ["PYTHONPATH"] = work.Combine("site") };
        var result = await ChildProcess.RunAsync(Peers.Find("python3"), ["-m", "greeter", "Ada"], work.Path, environment, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Hello, Ada! This is greeter 1.0.0.\n", result.Output);
    }

    [Fact]
    public async Task ThatTheInstalledCommandRuns()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pip writes an .exe there.");
        await Pip("--no-deps", packed.Files[1]);
        var environment = new Dictionary<string, string?> { ["PYTHONPATH"] = work.Combine("site") };
        var result = await ChildProcess.RunAsync(work.Combine("site", "bin", "greeter"), [], work.Path, environment, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Hello, world! This is greeter 1.0.0.\n", result.Output);
    }

    [Fact]
    public async Task ThatASetuptoolsProjectsSdistCanBeBuilt()
    {
        var setuptools = await ChildProcess.RunAsync(
            Peers.Find("python3"), ["-c", "import setuptools; assert int(setuptools.__version__.split('.')[0]) >= 61"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.SkipUnless(setuptools.ExitCode == 0, "python3 has no setuptools of version 61 or later, which knows the [project] table.");
        using var project = new PythonProject("""
            [build-system]
            requires = ["setuptools"]
            build-backend = "setuptools.build_meta"
            [project]
            name = "greeter"
            dynamic = ["version"]
            """);
        await Python("-m", "tarfile", "--extract", project.Pack(options => options with { Version = "2.5" }).Files[0], work.Path);
        var result = await ChildProcess.RunAsync(
            Peers.Find("python3"),
            ["-c", "from setuptools.build_meta import build_sdist; print('built', build_sdist('.'))"],
            work.Combine("greeter-2.5"),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.StandardOutput.EndsWith("built greeter-2.5.tar.gz\n", StringComparison.Ordinal), result.Output);
    }

    /// <summary>Versions of twine before 6.1 do not support Metadata-Version 2.4, which only the sample with its licence expression needs.</summary>
    [Fact]
    public async Task ThatTwineHasNoComplaints()
    {
        using var project = new PythonProject(
            $"{PythonProject.Minimal}\nreadme = \"README.md\"\nrequires-python = \">=3.9\"\nkeywords = [\"greeting\"]\ndependencies = [\"requests>=2 ; python_version >= '3.9'\"]\n",
            "src/greeter/__init__.py", "README.md");
        var twine = Peers.Find("twine");
        var version = await ChildProcess.RunAsync(twine, ["--version"], cancellationToken: TestContext.Current.CancellationToken);
        var isNew = PythonVersion.TryParse(version.Output.Split(' ')[2], out var installed) && PythonVersion.TryParse("6.1", out var since) && installed >= since;
        string[] files = [.. project.Pack().Files, .. isNew ? packed.Files : []];

        var result = await ChildProcess.RunAsync(twine, ["check", "--strict", .. files], cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Metadata-Version: 2.1\n", project.Wheel()["greeter-1.0.dist-info/METADATA"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AndInfoZipToo()
    {
        var result = await ChildProcess.RunAsync(Peers.Find("unzip"), ["-tqq", packed.Files[1]], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
    }

    private async Task Pip(params string[] arguments)
    {
        var pip = await ChildProcess.RunAsync(Peers.Find("python3"), ["-m", "pip", "--version"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.SkipUnless(pip.ExitCode == 0, "python3 has no pip.");
        await Python(["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index", "--target", work.Combine("site"), .. arguments]);
    }

    private static async Task<ChildProcessResult> Python(params string[] arguments)
    {
        var result = await ChildProcess.RunAsync(Peers.Find("python3"), arguments, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);
        return result;
    }
}
