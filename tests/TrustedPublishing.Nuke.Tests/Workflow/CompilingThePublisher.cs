using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The steps of the job that compiles the publisher, with a project for the real SDK.</summary>
public sealed class CompilingThePublisher : IDisposable
{
    private readonly TemporaryDirectory sources = new();

    public CompilingThePublisher()
    {
        sources.Write(".nuke/parameters.json", "{}");
        sources.Write("build/Program.cs", "/// <summary>A program.</summary>\npublic static class Program { public static void Main() { } }\n");
        sources.Write(
            "build/_build.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
              </ItemGroup>
            </Project>
            """);
    }

    [Fact]
    public async Task SealsABuildThatNeedsNoAspNetCore()
    {
        foreach (var step in new[] { "Restore", "Compile", "Seal the publisher" })
        {
            var result = await RunAsync(OptionSets.GitHub["Tags"], step);
            Assert.True(result.ExitCode == 0, result.Output);
        }

        var configuration = await File.ReadAllTextAsync(sources.Combine("build", "bin", "Debug", "_build.runtimeconfig.json"), TestContext.Current.CancellationToken);
        Assert.Contains("Microsoft.NETCore.App", configuration, StringComparison.Ordinal);
        Assert.DoesNotContain("AspNetCore", configuration, StringComparison.Ordinal);
        var archive = await ChildProcess.RunAsync("tar", ["-tf", sources.Combine("handed-over", "publisher", "publisher.tar")], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("build/bin/Debug/_build.dll", archive.Output, StringComparison.Ordinal);
        Assert.Contains(".nuke/parameters.json", archive.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(sources.Combine("build", "bin", "Debug", "_build.xml")));
        Assert.DoesNotContain(".xml", archive.Output, StringComparison.Ordinal);
        Assert.Matches("^seal=[0-9a-f]{64}\n$", await File.ReadAllTextAsync(sources.Combine("output"), TestContext.Current.CancellationToken));
    }

    /// <summary>The lock file names a package that the project does not reference.</summary>
    [Fact]
    public async Task RestoresOnlyLockedPackages()
    {
        sources.Write("build/packages.lock.json", """{ "version": 1, "dependencies": { "net10.0": { "Serilog": { "type": "Direct", "requested": "[4.3.0, )", "resolved": "4.3.0", "contentHash": "x" } } } }""");

        var result = await RunAsync(OptionSets.GitHub["Sources"], "Restore");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NU1004", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => sources.Dispose();

    private Task<ChildProcessResult> RunAsync(string workflow, string step)
    {
        Peers.Find("sha256sum");
        var commands = LintedFiles.Steps(workflow).Single(candidate => candidate["name"].ToString() == step)["run"].ToString();
        return PlayedShell.RunAsync(commands, sources.Path, new Dictionary<string, string?> { ["GITHUB_OUTPUT"] = sources.Combine("output") });
    }
}
