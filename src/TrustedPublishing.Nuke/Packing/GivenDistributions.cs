using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>
/// Copies the distributions given by <c>--distributions</c> to the folder for packed ones, where the jobs that hand them over look for them.
/// </summary>
internal static class GivenDistributions
{
    public static IReadOnlyList<string> Copy(PackRequest request)
    {
        var files = Find(request.Distributions);
        var folder = Directory.CreateDirectory(request.DistributionsFolder).FullName;
        var copies = files.Select(file => Path.Combine(folder, Path.GetFileName(file))).ToList();
        foreach (var (file, copy) in files.Zip(copies).Where(pair => pair.First != pair.Second))
        {
            File.Copy(file, copy, overwrite: true);
        }

        // Existing files were not given, but would be handed over too.
        foreach (var other in Directory.EnumerateFiles(folder).Except(copies, StringComparer.Ordinal).Where(PackRun.IsDistribution).ToList())
        {
            BuildLog.Information($"Removing {Path.GetFileName(other)}, which is not one of the given distributions");
            File.Delete(other);
        }

        return copies;
    }

    private static IReadOnlyList<string> Find(IReadOnlyList<string> distributions)
    {
        try
        {
            return new Publisher(new() { Index = PackageIndex.PyPI, Distributions = distributions }).FindDistributions();
        }
        catch (PublishException exception)
        {
            throw new Failure($"{exception.Message}\n{exception.Failure} in the manual: {exception.HelpLink}", exception);
        }
    }
}
