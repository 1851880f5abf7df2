using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>The implementation of the target <c>Pack</c>.</summary>
internal static class PackRun
{
    public static void Execute(IPackDistributions build) => TargetRun.Execute(() => PackAndTell(build));

    private static void PackAndTell(IPackDistributions build)
    {
        var (files, name, version) = build.Distributions is { Length: > 0 } ? (GivenDistributions.Copy(build), null, null) : Pack(build);
        var directory = Path.GetDirectoryName(files[0])!;
        IReadOnlyList<string> distributions = name is null ? files : [.. WithoutOtherVersions(directory, name, version!)];
        MissingPlatforms.ThrowIfAny(build, distributions);
        ChecksumFile.Write(directory, distributions);
        foreach (var file in distributions)
        {
            BuildLog.Information($"{Path.GetFileName(file)} ({Sizes.Text(new FileInfo(file).Length)})");
        }

        BuildSummary.Report(build, new Dictionary<string, string> { [name ?? "Files"] = version?.ToString() ?? $"{files.Count}" });
    }

    /// <summary>Whether a file has the name of a distribution.</summary>
    public static bool IsDistribution(string file) =>
        file.EndsWith(".whl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ends the target with the message alone if a project or a version is invalid.</summary>
    public static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is PackagingException or FormatException)
        {
            throw new Failure(exception.Message, exception);
        }
    }

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) Pack(IPackDistributions build)
    {
        if (build is IPackDotNetTool and IPackNativeLibrary)
        {
            throw new Failure("The build packs a .NET tool and a native library, but a release contains one project. Use either IPackDotNetTool or IPackNativeLibrary.");
        }

        return build switch
        {
            IPackDotNetTool tool => Natively(build, DotNetToolPack.Options(tool)),
            IPackNativeLibrary library => Natively(build, NativeLibraryPack.Options(library)),
            _ when build.PythonBackend is { } chosen && chosen != PythonBackend.Native => By(build, chosen, "as chosen"),
            _ => NativelyOrOtherwise(build),
        };
    }

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) NativelyOrOtherwise(IPackDistributions build)
    {
        PackagingOptions options = new() { ProjectDirectory = ChosenProject.FolderOf(build), OutputDirectory = ChosenProject.DistributionsOf(build), Version = build.PythonVersion };
        try
        {
            return Packed(new DistributionPackager(build.ConfigurePack(options)).Pack(), build.PythonVersion);
        }
        catch (PackagingException refusal) when (build.PythonBackend is null && BackendChoice.Instead(ChosenProject.FolderOf(build), refusal, out var reason) is { } other)
        {
            return By(build, other, reason, refusal.Message);
        }
        catch (PackagingException refusal)
        {
            throw new Failure(refusal.Message, refusal);
        }
    }

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) Natively(IPackDistributions build, PackagingOptions options) =>
        Packed(Checked(() => new DistributionPackager(build.ConfigurePack(options)).Pack()), options.Version);

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) Packed(PackagedDistributions packed, string? given)
    {
        if (given is not null && given != packed.Version.ToString())
        {
            BuildLog.Information($"The version {given} becomes {packed.Version} in Python");
        }

        foreach (var warning in packed.Warnings)
        {
            BuildLog.Warning(warning.ToString());
        }

        return (packed.Files, packed.Name, packed.Version);
    }

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) By(
        IPackDistributions build, PythonBackend backend, string reason, string? refusal = null)
    {
        BuildLog.Information($"Building with {backend}, {reason}");
        try
        {
            var files = ForeignBackend.Build(build, backend);
            return DistributionFileName.TryParse(Path.GetFileName(files[0]), out var name, out var complaint)
                ? (files, name.Project, name.Version)
                : throw new Failure($"{backend} produced a file that is not a distribution: {complaint}.");
        }
        catch (Failure exception) when (refusal is not null)
        {
            throw new Failure($"{exception.Message}\n\nWithout it: {refusal}", exception);
        }
    }

    /// <summary>
    /// The distributions in the folder, including those that the build itself put there. Distributions of another version from an earlier run are
    /// removed, because a release has a single version.
    /// </summary>
    private static IEnumerable<string> WithoutOtherVersions(string directory, string project, PythonVersion version)
    {
        foreach (var file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            if (!DistributionFileName.TryParse(Path.GetFileName(file), out var name, out _))
            {
                continue;
            }

            if (name.Project == ProjectName.Normalize(project) && name.Version != version)
            {
                BuildLog.Information($"Removing {name.Text}, which is of another version");
                File.Delete(file);
            }
            else
            {
                yield return file;
            }
        }
    }
}
