using System.IO.Compression;
using Nuke.Common;
using Nuke.Common.IO;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Packs a Python package with native libraries for each platform.</summary>
internal static class NativeLibraryPack
{
    /// <summary>The maximum number of bytes to read from one NuGet package (2 GiB), because its own sizes are not trusted.</summary>
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private static readonly string[] ForDebuggers = [".pdb", ".dbg", ".xml"];

    public static PackagingOptions Options(IPackNativeLibrary build)
    {
        var platforms = new Dictionary<string, Dictionary<string, string>>();
        foreach (var (runtime, path, file) in Given(build).Concat(Published(build)).Concat(Packaged(build)))
        {
            if (!platforms.TryGetValue(runtime, out var files))
            {
                platforms.Add(runtime, files = []);
            }

            if (!files.TryAdd(path, file))
            {
                throw new Failure($"Two files for {runtime} would be packed as {path}: {files[path]} and {file}. Provide only one of them, or use another NativeFolder.");
            }
        }

        if (platforms.Count == 0)
        {
            throw new Failure(
                $"There are no native files to pack{(RuntimeChoice.Expected(build) is { Count: > 0 } wanted ? $" for {string.Join(", ", wanted)}" : "")}. "
                + "Give NativeProject, NativePackages or Platforms files for them, and check --runtime-identifiers.");
        }

        return new()
        {
            ProjectDirectory = ChosenProject.FolderOf(build),
            OutputDirectory = ChosenProject.DistributionsOf(build),
            Version = build.PythonVersion,
            Formats = [DistributionKind.Wheel],
            Platforms = platforms.ToDictionary(platform => platform.Key, IReadOnlyDictionary<string, string> (platform) => platform.Value),
            PlatformTags = build.PlatformTags,
        };
    }

    private static IEnumerable<(string Runtime, string Path, string File)> Given(IPackNativeLibrary build) =>
        from platform in build.Platforms
        where RuntimeChoice.IsWanted(build, platform.Key)
        from file in platform.Value
        select (platform.Key, file.Key, (string)file.Value);

    private static IEnumerable<(string Runtime, string Path, string File)> Published(IPackNativeLibrary build)
    {
        if (build.NativeProject is not { } file)
        {
            yield break;
        }

        var project = DotNetProject.Read(file, PackVariables.DeclaredBy(build));
        foreach (var runtime in RuntimeChoice.Choose(build, project, isNativeAot: true))
        {
            var folder = project.Publish(runtime, build.TemporaryDirectory / "native" / runtime, ["-p:PublishAot=true", "-p:NativeLib=Shared"]);
            foreach (var published in Directory.EnumerateFiles(folder).Where(published => !ForDebuggers.Contains(Path.GetExtension(published))).Order(StringComparer.Ordinal))
            {
                yield return (runtime, $"{Folder(build)}/{Path.GetFileName(published)}", published);
            }
        }
    }

    private static IEnumerable<(string Runtime, string Path, string File)> Packaged(IPackNativeLibrary build)
    {
        foreach (var (number, package) in build.NativePackages.Index())
        {
            using var archive = Open(package);
            var left = MostBytes;
            var folder = (build.TemporaryDirectory / "packages" / $"{number}").CreateOrCleanDirectory();
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                if (entry.FullName.Replace('\\', '/').Split('/') is not ["runtimes", var runtime, "native", .. var rest] || !RuntimeChoice.IsWanted(build, runtime)
                    || rest.Contains("..") || ForDebuggers.Contains(Path.GetExtension(entry.Name)))
                {
                    continue;
                }

                var file = folder / runtime / string.Join('/', rest);
                left -= Extract(entry, file, left);
                yield return (runtime, $"{Folder(build)}/{string.Join('/', rest)}", file);
            }
        }
    }

    private static ZipArchive Open(AbsolutePath package)
    {
        try
        {
            return ZipFile.OpenRead(package);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new Failure($"The NuGet package {package} cannot be read: {unreadable.Message} Build or restore it before packing, or correct NativePackages.", unreadable);
        }
    }

    private static long Extract(ZipArchiveEntry entry, AbsolutePath file, long most)
    {
        file.Parent.CreateDirectory();
        using var source = entry.Open();
        using var target = File.Create(file);
        var buffer = new byte[81920];
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            target.Write(buffer, 0, count);
            if (target.Length > most)
            {
                throw new Failure($"The native files of a NuGet package exceed {MostBytes} bytes at {entry.FullName}. No index accepts that.");
            }
        }

        return target.Length;
    }

    private static string Folder(IPackNativeLibrary build) => build.NativeFolder?.TrimEnd('/')
        ?? $"{ProjectName.InFileName(PackRun.Checked(() => PythonProjectFile.Read(ChosenProject.FolderOf(build))).Name ?? "")}/native";
}
