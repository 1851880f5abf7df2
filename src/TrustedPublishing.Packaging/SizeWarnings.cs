using System.Globalization;

namespace TrustedPublishing.Packaging;

/// <summary>Sizes near PyPI's limits (<see href="https://docs.pypi.org/project-management/storage-limits/"/>): 100 MiB for a file, 10 GiB for all releases of a project.</summary>
internal static class SizeWarnings
{
    private const long Mebibyte = 1024 * 1024, FileLimit = 100 * Mebibyte, ProjectLimit = 10L * 1024 * Mebibyte;

    public static IEnumerable<PackagingFinding> Check(IReadOnlyList<string> files)
    {
        var sizes = files.Select(file => (Name: Path.GetFileName(file), Size: new FileInfo(file).Length)).ToList();
        var total = sizes.Sum(file => file.Size);
        return
        [
            .. sizes.Where(file => file.Size >= FileLimit * 8 / 10).Select(file => Diagnostics.NearLimit(file.Name, Megabytes(file.Size), FileLimit / Mebibyte)),
            .. total * 20 > ProjectLimit ? [Diagnostics.LargeRelease(files.Count, Megabytes(total), ProjectLimit / total)] : Array.Empty<PackagingFinding>(),
        ];
    }

    private static string Megabytes(long size) => (size / (double)Mebibyte).ToString("0.0", CultureInfo.InvariantCulture);
}
