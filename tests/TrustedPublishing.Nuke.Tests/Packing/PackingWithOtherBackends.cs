using TrustedPublishing.Nuke.Rehearsing;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Nuke.Tests.Packing;

/// <summary>Projects that only their own backend can build, and distributions built by something else.</summary>
public sealed class PackingWithOtherBackends : IDisposable
{
    private const string Dynamic = "[build-system]\nrequires = [\"hatchling\", \"hatch-vcs\"]\nbuild-backend = \"hatchling.build\"\n[project]\nname = \"greeter\"\ndynamic = [\"version\", \"readme\"]\n";

    private readonly SampleRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task UsesTheFilesThatACommandWrites()
    {
        Built(TestWheel.FileName, TestSdist.FileName);
        var result = await PackAsync("cp made/greeter-1.0-py3-none-any.whl made/greeter-1.0.tar.gz {output}");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["SHA256SUMS", TestWheel.FileName, TestSdist.FileName], Distributions());
        Assert.Contains(TestWheel.FileName, await File.ReadAllTextAsync(Path.Combine(Folder, "SHA256SUMS"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cp made/greeter-1.0-py3-none-any.whl pyproject.toml {output}", "produced files that are not distributions: pyproject.toml")]
    [InlineData("cp made/greeter-1.0-py3-none-any.whl made/greeter-1.1.tar.gz {output}", "produced distributions of more than one release: greeter 1.0, greeter 1.1")]
    [InlineData("ls {output}", "succeeded but wrote no distribution")]
    [InlineData("cp made/nothing {output}", "ended with exit code 1")]
    [InlineData("no-such-program {output}", "The program no-such-program of the command")]
    [InlineData("make wheels", "does not contain {output}")]
    public async Task SaysWhatIsWrongWithACommand(string command, string text)
    {
        Built(TestWheel.FileName, "greeter-1.1.tar.gz");
        var result = await PackAsync(command);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(text, result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder) && Distributions().Length > 0);
    }

    [Fact]
    public async Task RunsTheProjectsOwnBackendIfThisLibraryCannotPackIt()
    {
        repository.Write("pyproject.toml", Dynamic);
        Built(TestWheel.FileName);
        var python = Python("case \"$*\" in *--version*) echo build 1.2;; *) cp made/*.whl \"$4\";; esac");

        var result = await repository.RunAsync("PythonOnly", ["Pack"], new Dictionary<string, string> { ["PYTHON_EXE"] = python });

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Building with Build, because build-system.requires requires the project's own build backend", result.Output, StringComparison.Ordinal);
        Assert.Equal(["SHA256SUMS", TestWheel.FileName], Distributions());
    }

    [Fact]
    public async Task SaysWhatToInstallAndWhatElseToChange()
    {
        repository.Write("pyproject.toml", Dynamic);
        var python = Python("echo no module named build; exit 1");

        var result = await repository.RunAsync("PythonOnly", ["Pack"], new Dictionary<string, string> { ["PYTHON_EXE"] = python });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"Run: {python} -m pip install build", result.Output, StringComparison.Ordinal);
        Assert.Contains("lists 'readme', which only the project's own build backend can compute", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoesNotRunABackendForAnInvalidProject()
    {
        repository.Write("pyproject.toml", Dynamic.Replace("greeter", "-greeter-", StringComparison.Ordinal));
        var result = await repository.RunAsync("PythonOnly", ["Pack"], new Dictionary<string, string> { ["PYTHON_EXE"] = Python("echo ran") });
        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("Building with", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopiesGivenDistributionsToTheExpectedFolder()
    {
        Built(TestWheel.FileName, TestSdist.FileName);
        repository.Write($"artifacts/distributions/greeter-0.9.tar.gz", "of an earlier build");

        var result = await repository.RunAsync("PythonOnly", ["Pack", "--distributions", "made/*"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(["SHA256SUMS", TestWheel.FileName, TestSdist.FileName], Distributions());
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(Folder, "SHA256SUMS"), TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task SaysThatNoGivenDistributionExists()
    {
        var result = await repository.RunAsync("PythonOnly", ["Pack", "--distributions", "nothing/*"]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("nothing/*", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    private string Folder => repository.Combine("artifacts", "distributions");

    private string[] Distributions() => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private Task<ChildProcessResult> PackAsync(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of a Unix.");
        return repository.RunAsync("PythonOnly", ["Pack", "--python-backend", command]);
    }

    private void Built(params string[] names)
    {
        Directory.CreateDirectory(repository.Combine("made"));
        foreach (var name in names)
        {
            File.WriteAllBytes(repository.Combine("made", name), name.EndsWith(".whl", StringComparison.Ordinal) ? TestWheel.Bytes() : TestSdist.Bytes());
        }
    }

    private string Python(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is one of a Unix.");
        var path = repository.Write("python.sh", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
