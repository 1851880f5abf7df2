using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using TrustedPublishing.Nuke;
using TrustedPublishing.Nuke.Rehearsing;

namespace NupkgNatives;

/// <summary>Packs a Python package with the native libraries of a NuGet package, one wheel per platform.</summary>
internal sealed class Build : NukeBuild, IPackNativeLibrary, IRehearsePublish
{
    public static int Main() => Execute<Build>(x => ((IPublishDistributions)x).Publish);

    AbsolutePath IHazPythonProject.PythonProject => RootDirectory / "python";

    IReadOnlyList<string> IPackForPlatforms.ReleaseRuntimeIdentifiers => ["linux-x64", "linux-arm64", "linux-musl-x64", "osx-x64", "osx-arm64", "win-x64", "win-x86"];

    IReadOnlyList<AbsolutePath> IPackNativeLibrary.NativePackages => (RootDirectory / "src" / "packages").GlobFiles("**/*.nupkg").ToList();

    IReadOnlyList<string> IRehearsePublish.RehearsalCommand => ["-m", "sqlite_natives"];

    Target IBuildDistributions.Build => _ => _
        .Executes(() => DotNetTasks.DotNet($"restore {RootDirectory / "src" / "Natives.csproj"}"));
}
