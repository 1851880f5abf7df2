using System.IO.Compression;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Packs a Python package with native libraries for each platform.</summary>
internal static class NativeLibraryPack
{
    /// <summary>The maximum number of bytes to read from one NuGet package (2 GiB), because its own sizes are not trusted.</summary>
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private static readonly string[] ForDebuggers = [".pdb", ".dbg", ".xml"];

    public static PackagingOptions Options(PackRequest request, NativeLibraryRequest library)
    {
        var platforms = new Dictionary<string, Dictionary<string, string>>();
        foreach (var (runtime, path, file) in Given(request, library).Concat(Published(request, library)).Concat(Packaged(request, library)))
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
                $"There are no native files to pack{(request.Platforms!.Expected is { Count: > 0 } wanted ? $" for {string.Join(", ", wanted)}" : "")}. "
                + "Give NativeProject, NativePackages or Platforms files for them, and check --runtime-identifiers.");
        }

        return request.Options with
        {
            Formats = [DistributionKind.Wheel],
            Platforms = platforms.ToDictionary(platform => platform.Key, IReadOnlyDictionary<string, string> (platform) => platform.Value),
            PlatformTags = request.PlatformTags,
        };
    }

    private static IEnumerable<(string Runtime, string Path, string File)> Given(PackRequest request, NativeLibraryRequest library) =>
        from platform in library.Files
        where request.Platforms!.IsWanted(platform.Key)
        from file in platform.Value
        select (platform.Key, file.Key, file.Value);

    private static IEnumerable<(string Runtime, string Path, string File)> Published(PackRequest request, NativeLibraryRequest library)
    {
        if (library.Project is not { } file)
        {
            yield break;
        }

        var project = DotNetProject.Read(file, request.Variables);
        foreach (var runtime in request.Platforms!.Choose(project.RuntimeIdentifiers))
        {
            var folder = project.Publish(runtime, Path.Combine(request.TemporaryFolder, "native", runtime), ["-p:PublishAot=true", "-p:NativeLib=Shared"]);
            foreach (var published in Directory.EnumerateFiles(folder).Where(published => !ForDebuggers.Contains(Path.GetExtension(published))).Order(StringComparer.Ordinal))
            {
                yield return (runtime, $"{Folder(request, library)}/{Path.GetFileName(published)}", published);
            }
        }
    }

    private static IEnumerable<(string Runtime, string Path, string File)> Packaged(PackRequest request, NativeLibraryRequest library)
    {
        foreach (var (number, package) in library.Packages.Index())
        {
            using var archive = Open(package);
            var left = MostBytes;
            var folder = EmptyFolder.Create(Path.Combine(request.TemporaryFolder, "packages", $"{number}"));
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            {
                if (entry.FullName.Replace('\\', '/').Split('/') is not ["runtimes", var runtime, "native", .. var rest] || !request.Platforms!.IsWanted(runtime)
                    || rest.Contains("..") || ForDebuggers.Contains(Path.GetExtension(entry.Name)))
                {
                    continue;
                }

                var file = Path.Join([folder, runtime, .. rest]);
                left -= Extract(entry, file, left);
                yield return (runtime, $"{Folder(request, library)}/{string.Join('/', rest)}", file);
            }
        }
    }

    private static ZipArchive Open(string package)
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

    private static long Extract(ZipArchiveEntry entry, string file, long most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
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

    private static string Folder(PackRequest request, NativeLibraryRequest library) => library.Folder?.TrimEnd('/')
        ?? $"{ProjectName.InFileName(PackRun.OrFail(() => PythonProjectFile.Read(request.ProjectFolder)).Name ?? "")}/native";
}
