using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.ReleaseSetup;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.ReleaseSetup;

/// <summary>The target <c>SetUpRelease</c>, in a repository that contains only a build, without a terminal.</summary>
public sealed class SettingUpARelease
{
    private const string KindQuestion = "What is published?";
    private const string NameQuestion = "Name of the project on the index [greeter]: ";
    private const string WriteQuestion = "Write these files? Type yes: ";

    [Fact]
    public async Task ShowsThePlanAndWritesNothingUntilConfirmed()
    {
        using var repository = await RepositoryAsync();

        var result = await RunAsync(repository, "SetUpRelease");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("pyproject.toml is missing. Proposed content:", result.Output, StringComparison.Ordinal);
        Assert.Contains("name = \"greeter\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("To write these files, run the same command with --set-up-confirm.", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Combine("pyproject.toml")));
        Assert.False(File.Exists(repository.Combine(".gitignore")));
    }

    [Fact]
    public async Task WritesWhatPackNeedsAndListsTheManualSteps()
    {
        using var repository = await RepositoryAsync();

        var result = await RunAsync(repository, "SetUpRelease", "--set-up-confirm", "--set-up-name", "Octo.Greeter");
        var packed = await RunAsync(repository, "Pack");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("[TrustedPublishingWorkflow(\"release\", OnPushTags = [\"v*\"], Environment = \"pypi\")]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Add to the list behind 'NukeBuild': IRehearsePublish, ICheckWorkflow", result.Output, StringComparison.Ordinal);
        Assert.Contains("octo-org/greeter, workflow release.yml, environment pypi", result.Output, StringComparison.Ordinal);
        Assert.True(packed.ExitCode == 0, packed.Output);
        Assert.True(File.Exists(repository.Combine("artifacts", "distributions", "octo_greeter-0.1.0.tar.gz")), packed.Output);
        Assert.Contains("id-token: write", await File.ReadAllTextAsync(repository.Combine(".github", "workflows", "release.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsksOnATerminalWhatToPublishAndUnderWhichName()
    {
        using var repository = await RepositoryAsync();

        var result = await AtTerminalAsync(repository, (KindQuestion, "tool"), (NameQuestion, "Octo.Tool"), (WriteQuestion, "yes"));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.DoesNotContain("NEVER ASKED", result.Output, StringComparison.Ordinal);
        Assert.Contains("name = \"Octo.Tool\"", await File.ReadAllTextAsync(repository.Combine("pyproject.toml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("IPackDotNetTool", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsesTheDefaultForAnEmptyAnswer()
    {
        using var repository = await RepositoryAsync();

        var result = await AtTerminalAsync(repository, (KindQuestion, ""), (NameQuestion, ""), (WriteQuestion, "YES"));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("name = \"greeter\"", await File.ReadAllTextAsync(repository.Combine("pyproject.toml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("")]
    [InlineData("yes please")]
    public async Task WritesNothingForAnythingButAFullYes(string answer)
    {
        using var repository = await RepositoryAsync();

        var result = await AtTerminalAsync(repository, (KindQuestion, "Python"), (NameQuestion, "greeter"), (WriteQuestion, answer));

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Nothing was written.", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Combine("pyproject.toml")));
    }

    [Fact]
    public async Task NamesTheChoicesIfTheAnswerIsInvalid()
    {
        using var repository = await RepositoryAsync();

        var result = await AtTerminalAsync(repository, (KindQuestion, "rust"));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("The answer 'rust' is not known: use Python, Tool or Native.", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplacesNothingAndDoesNothingTheSecondTime()
    {
        using var repository = await RepositoryAsync();
        repository.Write("pyproject.toml", "[project]\nname = \"mine\"\nversion = \"3\"\n");
        await RunAsync(repository, "SetUpRelease", "--set-up-confirm");

        var again = await RunAsync(repository, "SetUpRelease", "--set-up-confirm");

        Assert.True(again.ExitCode == 0, again.Output);
        Assert.Contains("No file is missing.", again.Output, StringComparison.Ordinal);
        Assert.Contains("name = \"mine\"", await File.ReadAllTextAsync(repository.Combine("pyproject.toml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set-up-kind", "Rust", "--set-up-kind 'Rust' is not known: use Python, Tool or Native.")]
    [InlineData("--set-up-name", "-greeter-", "--set-up-name has no value")]
    [InlineData("--set-up-name", "_greeter_", "--set-up-name '_greeter_' is not a valid project name")]
    public async Task RejectsInvalidSettings(string parameter, string value, string said)
    {
        using var repository = await RepositoryAsync();

        var result = await RunAsync(repository, "SetUpRelease", parameter, value);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FailsInsteadOfReplacingAFileCreatedInTheMeantime()
    {
        using var folder = new TemporaryDirectory();
        folder.Write("pyproject.toml", "mine");

        Assert.Throws<Failure>(() => new MissingFile("pyproject.toml", "ours").Write(folder.Path));
        Assert.Equal("mine", File.ReadAllText(folder.Combine("pyproject.toml")));
    }

    private static async Task<SampleRepository> RepositoryAsync()
    {
        var repository = new SampleRepository();
        foreach (var entry in new DirectoryInfo(repository.Path).EnumerateFileSystemInfos().Where(entry => entry.Name != ".nuke"))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }

        repository.AddBuild();
        foreach (string[] arguments in new[] { ["init", "--quiet"], (string[])["remote", "add", "origin", "https://github.com/octo-org/greeter.git"] })
        {
            var result = await ChildProcess.RunAsync(Peers.Find("git"), arguments, repository.Path, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.ExitCode == 0, result.Output);
        }

        return repository;
    }

    private static Task<ChildProcessResult> RunAsync(SampleRepository repository, params string[] arguments) =>
        repository.RunAsync("FromNothing", arguments, new Dictionary<string, string> { ["PYPI_SIMPLE"] = "http://127.0.0.1:9/" });

    private static Task<ChildProcessResult> AtTerminalAsync(SampleRepository repository, params (string Question, string Answer)[] answers)
    {
        var environment = SampleRepository.Variables("FromNothing", new Dictionary<string, string> { ["PYPI_SIMPLE"] = "http://127.0.0.1:9/", ["TERM"] = "xterm" });
        environment["CI"] = null;
        return PlayedTerminal.RunAsync(["dotnet", repository.Program, "SetUpRelease"], repository.Path, environment, answers);
    }
}
