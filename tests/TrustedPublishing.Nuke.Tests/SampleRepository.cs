using TrustedPublishing.Nuke.Tests.Workflow;
using TrustedPublishing.Nuke.Workflow;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests;

/// <summary>A repository with the sample project, in which a sample build is run as by a user.</summary>
internal sealed class SampleRepository : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly string folder;
    private string assembly = BuildAssembly;

    /// <param name="folder">The folder of a git repository that contains the build's root; empty for no git repository.</param>
    public SampleRepository(string folder = "")
    {
        this.folder = folder;
        Directory.CreateDirectory(Combine(".nuke"));
        if (folder.Length > 0)
        {
            Directory.CreateDirectory(directory.Combine(".git"));
        }

        Write(".gitignore", "bin/\nobj/\n/artifacts/\n/kept/\n");
        var sample = System.IO.Path.Combine(RepositoryRoot.Path, "tests", "samples", "greeter");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            Write(System.IO.Path.GetRelativePath(sample, file), File.ReadAllText(file));
        }
    }

    /// <summary>The compiled builds that are run here.</summary>
    public string Program => assembly;

    /// <summary>The build's root.</summary>
    public string Path => directory.Combine(folder);

    /// <summary>The folder of the git repository, or the build's root.</summary>
    public string GitPath => directory.Path;

    public string Combine(params ReadOnlySpan<string> parts) => directory.Combine([folder, .. parts]);

    public string Write(string relativePath, string text) => directory.Write(System.IO.Path.Combine(folder, relativePath), text);

    /// <summary>Copies the compiled builds to their usual place in a repository; from then on they are run from there.</summary>
    public void AddBuild()
    {
        AddBuildProject();
        assembly = Combine("build", "bin", "Debug", System.IO.Path.GetFileName(BuildAssembly));
        foreach (var file in Directory.EnumerateFiles(CompiledBuilds, "*", SearchOption.AllDirectories))
        {
            var target = Combine("build", "bin", "Debug", System.IO.Path.GetRelativePath(CompiledBuilds, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>A repository from which a release can be played: the build is compiled, and the bootstrap script starts it.</summary>
    public static SampleRepository WithBuild(string folder = "")
    {
        var repository = Clean(folder);
        repository.AddBuild();
        return repository;
    }

    /// <summary>A repository as checked out: it contains the sources of a build, which is not compiled.</summary>
    public static SampleRepository Clean(string folder = "")
    {
        var repository = new SampleRepository(folder);
        repository.Write(".nuke/parameters.json", "{}\n");
        repository.AddBuildProject();
        return repository;
    }

    /// <summary>
    /// The sources of a build. The output of its project was compiled with the tests; like the SDK, the project writes what the result needs to run.
    /// The script is not executable, as on GitHub if it was committed on Windows.
    /// </summary>
    private void AddBuildProject()
    {
        Write("build.sh", $"#!/usr/bin/env bash\nexec dotnet build/bin/Debug/{Facts.BuildAssembly} \"$@\"\n");
        Write(
            "build/_build.csproj",
            $$"""
            <Project DefaultTargets="Build">
              <ItemGroup>
                <RuntimeFramework Include="Microsoft.NETCore.App;Microsoft.AspNetCore.App" />
                <Compiled Include="{{CompiledBuilds}}/*" />
              </ItemGroup>
              <Target Name="Restore" />
              <Target Name="GenerateBuildRuntimeConfigurationFiles" AfterTargets="Build">
                <PropertyGroup>
                  <Frameworks>@(RuntimeFramework->'{ "name": "%(Identity)", "version": "10.0.0" }', ', ')</Frameworks>
                </PropertyGroup>
                <WriteLinesToFile File="bin/Debug/{{System.IO.Path.GetFileNameWithoutExtension(BuildAssembly)}}.runtimeconfig.json" Overwrite="true"
                  Lines="{ &quot;runtimeOptions&quot;: { &quot;frameworks&quot;: [ $(Frameworks) ], &quot;configProperties&quot;: { &quot;System.Globalization.Invariant&quot;: true } } }" />
              </Target>
              <Target Name="Build">
                <Copy SourceFiles="@(Compiled)" DestinationFolder="bin/Debug" />
              </Target>
              <Import Project="$(CustomAfterMicrosoftCommonTargets)" Condition="'$(CustomAfterMicrosoftCommonTargets)' != ''" />
            </Project>
            """);
    }

    private static string CompiledBuilds => RealBuilds ?? System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "TrustedPublishing.Nuke.Builds", "debug"));

    /// <summary>The facts that a generated file needs.</summary>
    public static RepositoryFacts Facts => GeneratedWorkflow.Facts with { BuildAssembly = System.IO.Path.GetFileName(BuildAssembly) };

    /// <summary>Runs a build without the variables of the surrounding CI job.</summary>
    public Task<ChildProcessResult> RunAsync(string build, string[] arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        ChildProcess.RunAsync("dotnet", [assembly, .. arguments], Path, Variables(build, environment), cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The compiled builds; if the variable <c>REAL_NUKE_BUILDS</c> is set, those that were compiled against the real packages.</summary>
    public static string BuildAssembly => System.IO.Path.Combine(RealBuilds ?? AppContext.BaseDirectory, "TrustedPublishing.Nuke.Builds.dll");

    private static string? RealBuilds => Environment.GetEnvironmentVariable("REAL_NUKE_BUILDS") is { Length: > 0 } folder && File.Exists(System.IO.Path.Combine(folder, "TrustedPublishing.Nuke.Builds.dll")) ? folder : null;

    public static Dictionary<string, string?> Variables(string build, IReadOnlyDictionary<string, string>? environment)
    {
        string[] foreign = ["GITHUB_ACTIONS", "GITLAB_CI", "CIRCLECI", "BUILDKITE", "TF_BUILD", "TEAMCITY_VERSION", "ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "PYPI_TOKEN", "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_API_URL", "GITHUB_EVENT_NAME", "GITHUB_WORKFLOW_REF", "NUKE_ROOT", "TERM"];
        var variables = foreign.ToDictionary(name => name, string? (_) => null, StringComparer.Ordinal);
        variables["SAMPLE_BUILD"] = build;
        variables["NUKE_TELEMETRY_OPTOUT"] = "true";
        variables["NO_GCE_CHECK"] = "true";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return variables;
    }

    public void Dispose() => directory.Dispose();
}
