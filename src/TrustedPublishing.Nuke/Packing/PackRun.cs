using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>The implementation of the target <c>Pack</c>.</summary>
internal static class PackRun
{
    /// <param name="host">The build.</param>
    /// <param name="request">Reads what it packs, which can fail as well.</param>
    public static void Execute(IBuildHost host, Func<PackRequest> request) => TargetRun.Execute(ManualSection.PackingFailed, () => PackAndReport(host, request()));

    private static void PackAndReport(IBuildHost host, PackRequest request)
    {
        var (files, name, version) = request.Distributions.Count > 0 ? (GivenDistributions.Copy(request), null, null) : Pack(request);
        var directory = Path.GetDirectoryName(files[0])!;
        IReadOnlyList<string> distributions = name is null ? files : [.. WithoutOtherVersions(directory, name, version!)];
        MissingPlatforms.ThrowIfAny(request.Platforms, distributions);
        ChecksumFile.Write(directory, distributions);
        foreach (var file in distributions)
        {
            BuildLog.Information($"{Path.GetFileName(file)} ({Sizes.Text(new FileInfo(file).Length)})");
        }

        host.Summarise(new Dictionary<string, string> { [name ?? "Files"] = version?.ToString() ?? $"{files.Count}" });
    }

    /// <summary>Whether a file has the name of a distribution.</summary>
    public static bool IsDistribution(string file) =>
        file.EndsWith(".whl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ends the target with the message alone if a project or a version is invalid.</summary>
    public static T OrFail<T>(Func<T> read)
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

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) Pack(PackRequest request)
    {
        if (request is { Tool: not null, Library: not null })
        {
            throw new Failure("The build packs a .NET tool and a native library, but a release contains one project. Use either IPackDotNetTool or IPackNativeLibrary.");
        }

        return request switch
        {
            { Tool: { } tool } => PackNatively(request, DotNetToolPack.Options(request, tool)),
            { Library: { } library } => PackNatively(request, NativeLibraryPack.Options(request, library)),
            { Backend: { } chosen } when chosen != PythonBackend.Native => BuildWith(request, chosen, "as chosen"),
            _ => PackNativelyOrBuild(request),
        };
    }

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) PackNativelyOrBuild(PackRequest request)
    {
        try
        {
            return Packed(new DistributionPackager(request.Configure(request.Options)).Pack(), request.Version);
        }
        catch (PackagingException refusal) when (request.Backend is null && BackendChoice.Instead(request.ProjectFolder, refusal, out var reason) is { } other)
        {
            return BuildWith(request, other, reason, refusal.Message);
        }
        catch (PackagingException refusal)
        {
            throw new Failure(refusal.Message, refusal);
        }
    }

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) PackNatively(PackRequest request, PackagingOptions options) =>
        Packed(OrFail(() => new DistributionPackager(request.Configure(options)).Pack()), options.Version);

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

    private static (IReadOnlyList<string> Files, string? Name, PythonVersion? Version) BuildWith(
        PackRequest request, PythonBackend backend, string reason, string? refusal = null)
    {
        BuildLog.Information($"Building with {backend}, {reason}");
        try
        {
            var files = ForeignBackend.Build(request, backend);
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
                BuildLog.Information($"Removing {name.Text}, which has another version");
                File.Delete(file);
            }
            else
            {
                yield return file;
            }
        }
    }
}
