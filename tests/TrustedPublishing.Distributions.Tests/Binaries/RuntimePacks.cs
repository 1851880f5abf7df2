using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests.Binaries;

/// <summary>The runtime and the hosts that this SDK takes for other systems, restored once for all tests of a class.</summary>
public sealed class RuntimePacks : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>
            <Runtime Include="osx-x64;osx-arm64;win-x64;win-x86" />
            <PackageDownload Include="@(Runtime -> 'Microsoft.NETCore.App.Runtime.%(Identity)')" Version="[$(BundledNETCoreAppPackageVersion)]" />
            <PackageDownload Include="@(Runtime -> 'Microsoft.NETCore.App.Host.%(Identity)')" Version="[$(BundledNETCoreAppPackageVersion)]" />
          </ItemGroup>
        </Project>
        """;

    private readonly TemporaryDirectory folder = new();
    private Task<string>? restored;

    /// <summary>All files of the packs for a runtime identifier; the running test is skipped where they cannot be restored.</summary>
    public async Task<IEnumerable<string>> FilesAsync(string runtime)
    {
        var packages = await (restored ??= RestoreAsync());
        string[] packs = [$"microsoft.netcore.app.runtime.{runtime}", $"microsoft.netcore.app.host.{runtime}"];
        return packs.SelectMany(pack => Directory.EnumerateFiles(Path.Combine(packages, pack), "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> RestoreAsync()
    {
        var (project, packages) = (folder.Combine("packs.csproj"), folder.Combine("packages"));
        folder.Write("packs.csproj", Project);
        var result = await ChildProcess.RunAsync("dotnet", ["restore", project, "--packages", packages], folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.SkipUnless(result.ExitCode == 0, $"The runtime packs cannot be restored here: {result.Output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))}");
        return packages;
    }
}
