using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Tests.Workflow;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Composition;

/// <summary>The README's build class, compiled in a repository with strict settings, and released from an empty folder.</summary>
[Trait("Speed", "Slow")]
public sealed class CompilingABuild
{
    private static readonly Dictionary<string, string?> Quiet = new() { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" };

    [Fact]
    public async Task WorksUnderWarningsAsErrorsCentralPackagesAndArtifactsOutput()
    {
        Peers.Find("sha256sum");
        using var repository = Repository();

        var compiled = await ChildProcess.RunAsync("dotnet", ["build", "build", "--verbosity", "quiet"], repository.Path, Quiet, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(compiled.ExitCode == 0, compiled.Output);
        var generated = await RunAsync(repository, "Pack");
        Assert.True(generated.ExitCode == 0, generated.Output);
        var rehearsal = await RunAsync(repository, "Rehearse");
        Assert.True(rehearsal.ExitCode == 0, rehearsal.Output);
        Assert.Contains("The Simple API lists all 2 files", rehearsal.Output, StringComparison.Ordinal);

        Assert.Equal(["greeter-1.0.0-py3-none-any.whl", "greeter-1.0.0.tar.gz"], await ReleaseAsync(repository));
    }

    private static TemporaryDirectory Repository()
    {
        var repository = new TemporaryDirectory();
        var sample = Path.Combine(RepositoryRoot.Path, "tests", "samples", "greeter");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            repository.Write(Path.Combine("python", Path.GetRelativePath(sample, file)), File.ReadAllText(file));
        }

        var assemblies = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "TrustedPublishing.Nuke.Builds", "debug"));
        repository.Write(".nuke/parameters.json", "{}\n");
        repository.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable></PropertyGroup></Project>\n");
        repository.Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>\n");
        repository.Write("build/Build.cs", ReadmeSample());
        repository.Write(
            "build/_build.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <RootNamespace></RootNamespace>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{assemblies}/*.dll" Exclude="{assemblies}/TrustedPublishing.Nuke.Builds.dll" />
              </ItemGroup>
            </Project>
            """);
        var script = repository.Write("build.sh", "#!/usr/bin/env bash\nexec dotnet artifacts/bin/_build/debug/_build.dll \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return repository;
    }

    /// <summary>The first C# sample in the README that is a complete file.</summary>
    private static string ReadmeSample()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md"));
        var start = Array.FindIndex(lines, line => line.Trim() == "using Nuke.Common;");
        Assert.True(start > 0, "The README has no whole build class.");
        return string.Join('\n', lines[start..].TakeWhile(line => line.Trim() != "```"))
            .Replace("Environment = \"pypi\")]", "Environment = \"pypi\", Repository = \"octo-org/greeter\")]", StringComparison.Ordinal);
    }

    private static Task<ChildProcessResult> RunAsync(TemporaryDirectory repository, params string[] arguments) => ChildProcess.RunAsync(
        "dotnet", [repository.Combine("artifacts", "bin", "_build", "debug", "_build.dll"), .. arguments], repository.Path,
        SampleRepository.Variables("", environment: null), cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> ReleaseAsync(TemporaryDirectory repository)
    {
        using var publishing = new TemporaryDirectory();
        using var artifacts = new TemporaryDirectory();
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Environment = "pypi", PendingProject = "greeter" });
        var workflow = GeneratedWorkflow.Parse(await File.ReadAllTextAsync(repository.Combine(".github", "workflows", "release.yml"), TestContext.Current.CancellationToken));
        var runner = new PlayedRunner(workflow, artifacts.Path, new Dictionary<string, string>(index.JobEnvironment()) { ["PYPI_INDEX"] = index.Index.UploadUrl.AbsoluteUri });
        using var checkout = Repository();
        Assert.True(await runner.PlayAsync("compile-publisher", checkout.Path), runner.Log);
        Assert.True(await runner.PlayAsync("build", repository.Path), runner.Log);
        Assert.True(await runner.PlayAsync("publish", publishing.Path), runner.Log);
        return index.Files.Select(file => file.FileName).Order(StringComparer.Ordinal);
    }
}
