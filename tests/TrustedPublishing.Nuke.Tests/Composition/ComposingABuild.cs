using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Composition;

/// <summary>Components are composed with the user's own members and NUKE's own components, and the generated jobs run the intended targets.</summary>
[Trait("Speed", "Slow")]
public sealed class ComposingABuild
{
    [Theory]
    [InlineData("Releasing")]
    [InlineData("ComposingOwnTargets")]
    [InlineData("ComposingWithABase")]
    [InlineData("PublishingNuGetToo")]
    [InlineData("VersionedByGit")]
    [InlineData("WithDeepSolution")]
    [InlineData("BesideNukesWorkflow")]
    [InlineData("WithoutRemote")]
    public async Task GeneratesAndReleasesFromAnEmptyFolder(string build)
    {
        Peers.Find("sha256sum");
        using var repository = await ComposedRepository.CreateAsync(build, files => PrepareAsync(files, build));

        var generated = await repository.RunAsync("Pack");
        var check = await repository.RunAsync("CheckWorkflow");

        Assert.True(generated.ExitCode == 0, generated.Output);
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], await repository.ReleaseAsync());
    }

    [Theory]
    [InlineData("ComposingOwnTargets")]
    [InlineData("ComposingWithABase")]
    [InlineData("PublishingNuGetToo")]
    [InlineData("VersionedByGit")]
    [InlineData("WithDeepSolution")]
    [InlineData("BesideNukesWorkflow")]
    [InlineData("WithoutRemote")]
    public async Task RehearsesTheRelease(string build)
    {
        using var repository = await ComposedRepository.CreateAsync(build, files => PrepareAsync(files, build));

        var rehearsal = await repository.RunAsync("Rehearse");

        Assert.True(rehearsal.ExitCode == 0, rehearsal.Output);
        Assert.Contains("The Simple API lists all 2 files", rehearsal.Output, StringComparison.Ordinal);
    }

    /// <summary>The build's root is below the git repository's root, where CI systems look for the file and start their jobs.</summary>
    [Theory]
    [InlineData("ComposingOwnTargets")]
    [InlineData("WithoutRemote")]
    public async Task ReleasesFromASubFolderOfTheRepository(string build)
    {
        Peers.Find("sha256sum");
        using var repository = await ComposedRepository.CreateAsync(build, files => PrepareAsync(files, build), "tools/release");

        var generated = await repository.RunAsync("Pack");
        var check = await repository.RunAsync("CheckWorkflow");
        var rehearsal = await repository.RunAsync("Rehearse");

        Assert.All([generated, check, rehearsal], result => Assert.True(result.ExitCode == 0, result.Output));
        Assert.False(File.Exists(repository.Files.Combine(ComposedRepository.Workflow)));
        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], await repository.ReleaseAsync());
    }

    [Fact]
    public async Task SaysThatWithoutARemoteTheRunItselfMustDetectForks()
    {
        using var repository = await ComposedRepository.CreateAsync("WithoutRemote", files => PrepareAsync(files, "WithoutRemote"));
        await repository.RunAsync("Pack");

        var check = await repository.RunAsync("CheckWorkflow");

        Assert.Contains("Repository = \"owner/name\"", check.Output, StringComparison.Ordinal);
        Assert.Contains("github.event.repository.fork == false", await File.ReadAllTextAsync(repository.Files.Combine(ComposedRepository.Workflow), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HidingPack", "public Target Pack => _ => _.Inherit<IPackDistributions>(x => x.Pack)")]
    [InlineData("HidingPublish", "public Target Publish => _ => _.Inherit<IPublishDistributions>(x => x.Publish)")]
    [InlineData("HidingInAComponent", "public Target Pack => _ => _.Inherit<IPackDistributions>(x => x.Pack)")]
    [InlineData("PublishingBothAtOnce", "public Target PushNuGet => _ => _.Inherit<IPublish>(x => x.Publish)")]
    public async Task RejectsWhatTheJobsCouldNotRunAndShowsTheFix(string build, string line)
    {
        using var repository = await ComposedRepository.CreateAsync(build, files => PrepareAsync(files, "WithDeepSolution"));

        var generated = await repository.RunAsync("Pack");
        var check = await repository.Files.RunAsync(build, ["CheckWorkflow"], new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" });
        var doctor = await repository.Files.RunAsync(build, ["Doctor"], new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["PYPI_SIMPLE"] = "http://127.0.0.1:9/" });

        Assert.All([generated, check, doctor], result =>
        {
            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains(line, result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        });
        AddressOfASection.Expect(ManualSection.WorkflowNotGenerated, generated.Output);
        AddressOfASection.Expect(ManualSection.ReleaseNotReady, doctor.Output);
        Assert.False(File.Exists(repository.Files.Combine(ComposedRepository.Workflow)));
    }

    [Fact]
    public async Task WritesNukesWorkflowNextToOurs()
    {
        using var repository = await ComposedRepository.CreateAsync("BesideNukesWorkflow", files => PrepareAsync(files, "BesideNukesWorkflow"));

        Assert.Equal(0, (await repository.RunAsync("Pack")).ExitCode);

        Assert.Contains("run: ./build.cmd Test", await File.ReadAllTextAsync(repository.Files.Combine(".github", "workflows", "ci.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("id-token: write", await File.ReadAllTextAsync(repository.Files.Combine(ComposedRepository.Workflow), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopsIfTwoGeneratorsHaveTheSameName()
    {
        using var repository = await ComposedRepository.CreateAsync("OverNukesWorkflow", files => PrepareAsync(files, "OverNukesWorkflow"));

        Assert.NotEqual(0, (await repository.RunAsync("Pack")).ExitCode);
    }

    [Fact]
    public async Task SaysHowToMakeARequiredMemberOptionalForThePublishingJob()
    {
        using var repository = await ComposedRepository.CreateAsync("VersionedByGitAlways", files => PrepareAsync(files, "VersionedByGitAlways"));

        var result = await repository.RunAsync("Pack");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("IHazGitVersion.Versioning is [Required]. NUKE checks it at every start", result.Output, StringComparison.Ordinal);
        Assert.Contains("[GitVersion, Optional] public GitVersion Versioning { get; }", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Flavour": "mint" }""", ".nuke/parameters.json does not name the solution")]
    [InlineData("""{ "Flavour": "mint", "Solution": "source/Nowhere.slnx" }""", "the solution 'source/Nowhere.slnx' does not exist below the root")]
    [InlineData("""{ "Solution": "source/backend/Acme.slnx" }""", "WithDeepSolution.Flavour is [Required]")]
    public async Task RejectsWhatThePublishingJobWouldLack(string parameters, string complaint)
    {
        using var repository = await ComposedRepository.CreateAsync("WithDeepSolution", files => PrepareAsync(files, "WithDeepSolution"));
        repository.Files.Write(".nuke/parameters.json", parameters);

        var result = await repository.RunAsync("Pack");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(complaint, result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.WorkflowNotGenerated, result.Output);
    }

    private static async Task PrepareAsync(SampleRepository repository, string build)
    {
        repository.Write("build.cmd", ""); // what NUKE's own workflow runs
        repository.Write("source/backend/Acme.slnx", "<Solution />");
        repository.Write("tools/more/Tools.slnx", "<Solution />");
        repository.Write(".nuke/parameters.json", build == "Releasing" ? "{}" : """{ "Solution": "source/backend/Acme.slnx", "Flavour": "mint" }""");
        Directory.CreateDirectory(repository.Combine("artifacts", "packages"));
        if (build == "WithoutRemote" && repository.GitPath == repository.Path)
        {
            await GitAsync("init", "--quiet");
        }

        if (build == "WithDeepSolution")
        {
            await GitAsync("init", "--quiet");
            await GitAsync("remote", "add", "origin", "https://github.com/octo-org/greeter.git");
            await GitAsync("-c", "user.name=Octocat", "-c", "user.email=octocat@example.com", "commit", "--quiet", "--allow-empty", "--message", "First");
        }

        async Task GitAsync(params string[] arguments)
        {
            var result = await ChildProcess.RunAsync(Peers.Find("git"), arguments, repository.Path, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.ExitCode == 0, result.Output);
        }
    }
}
