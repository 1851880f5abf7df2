using Serilog;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Declaration;
using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What the target <c>Pack</c> does.</summary>
internal static class PackRun
{
    public static void Execute(IPackDistributions build)
    {
        var packed = Pack(build.ConfigurePack(new()
        {
            ProjectDirectory = ChosenProject.FolderOf(build),
            OutputDirectory = ChosenProject.DistributionsOf(build),
            Version = build.PythonVersion,
        }));
        var directory = Path.GetDirectoryName(packed.Files[0])!;
        var distributions = WithoutOtherVersions(directory, packed).ToList();
        ChecksumFile.Write(directory, distributions);
        foreach (var file in distributions)
        {
            Log.Information("{File:l} ({Size:l})", Path.GetFileName(file), Sizes.Text(new FileInfo(file).Length));
        }

        BuildSummary.Report(build, new Dictionary<string, string> { [packed.Name] = packed.Version.ToString() });
    }

    private static PackagedDistributions Pack(PackagingOptions options)
    {
        try
        {
            return new DistributionPackager(options).Pack();
        }
        catch (PackagingException exception)
        {
            throw new Failure(exception.Message, exception);
        }
    }

    /// <summary>
    /// The distributions in the folder, among them those that the build itself put there. What an earlier run packed for another version
    /// is removed: one release has one version.
    /// </summary>
    private static IEnumerable<string> WithoutOtherVersions(string directory, PackagedDistributions packed)
    {
        foreach (var file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            if (!DistributionFileName.TryParse(Path.GetFileName(file), out var name, out _))
            {
                continue;
            }

            if (name.Project == ProjectName.Normalize(packed.Name) && name.Version != packed.Version)
            {
                Log.Information("Removing {File:l}, which is another version", name.Text);
                File.Delete(file);
            }
            else
            {
                yield return file;
            }
        }
    }
}
