using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>The limit on the total size of a project's files, which PyPI raises on request.</summary>
internal static class QuotaRules
{
    /// <summary>PyPI's default, in bytes (10 GiB).</summary>
    public const long ProjectLimit = 10L << 30;

    /// <summary>A warning if the listed files and those still to be sent together exceed the default limit.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<Distribution> release, IndexProject project)
    {
        var names = project.Files.Select(file => file.FileName).ToHashSet(StringComparer.Ordinal);
        var (listed, added) = (project.Files.Sum(file => file.Size ?? 0), release.Where(file => !names.Contains(file.FileName.Text)).Sum(file => file.Size));
        return added == 0 || listed + added <= ProjectLimit ? [] :
        [
            new(FindingSeverity.Warning, null,
                $"the files of {project.Name} would take up {Gigabytes(listed + added)} GiB ({Gigabytes(listed)} on the index), and the limit for a project is {ProjectLimit >> 30}",
                "Unless the limit was raised, delete old releases or request more: https://docs.pypi.org/project-management/storage-limits."),
        ];
    }

    private static string Gigabytes(long bytes) => ((double)bytes / (1L << 30)).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
