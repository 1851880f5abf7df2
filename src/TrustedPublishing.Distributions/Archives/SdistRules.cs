using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>PyPI's rules for source distributions, in its order: the archive (row 23), then the name and the licence files (row 24).</summary>
internal static class SdistRules
{
    private const string PackageInfo = "PKG-INFO";

    /// <summary>Checks the archive.</summary>
    /// <exception cref="UnacceptableArchiveException">PyPI would reject it.</exception>
    public static SdistScan CheckArchive(UploadForm form, string fileName, Stream content, ArchiveKind kind, ICollection<Finding> notes)
    {
        if (!kind.IsSdist)
        {
            throw kind.IsOtherTar
                ? ArchiveFindings.Unreadable("it is not compressed with gzip, although its name ends with .tar.gz")
                : new UnacceptableArchiveException("File is not a tarfile", "Build the sdist with a build backend, as a tar archive compressed with gzip.");
        }

        var scan = new SdistScan([PackageInfo, .. new MetadataInput(form).All("license-file")]);
        scan.Run(content);
        if (scan.Sparse is { } sparse)
        {
            throw ArchiveFindings.Sparse(sparse);
        }

        var path = RequireTopFolder(scan.Common);
        if (!scan.Contains(path))
        {
            throw NoPackageInfo(path);
        }

        Note(fileName, scan, notes);
        return scan.Encrypted is null ? scan : throw scan.Encrypted;
    }

    /// <summary>Checks the file name, and that the archive contains what the form claims.</summary>
    public static IEnumerable<Finding> CheckContent(UploadForm form, string fileName, SdistScan? scan)
    {
        foreach (var finding in FileNameRules.OfSdist(form, fileName))
        {
            yield return finding;
        }

        if (scan is null)
        {
            yield break;
        }

        foreach (var file in new MetadataInput(form).All("license-file").Where(file => !scan.Contains($"{scan.Common.Value}/{file}")))
        {
            yield return ArchiveFindings.MissingLicense(fileName, file, $"{scan.Common.Value}/{file}");
        }
    }

    /// <summary>The folder in which PKG-INFO must be: the one that all members have in common.</summary>
    public static string RequireTopFolder(CommonPath common) =>
        common.Mixed ? throw ArchiveFindings.Fatal("some of its members have absolute paths and others relative ones", "All files of an sdist must be in one folder, {name}-{version} (PEP 625), with relative paths.")
            : common.Value is "" or "." or "/" ? throw new UnacceptableArchiveException(
                "Incorrect number of top-level directories in sdist", "All files of an sdist must be in one folder, {name}-{version} (PEP 625).")
            : $"{common.Value}/{PackageInfo}";

    public static UnacceptableArchiveException NoPackageInfo(string path) => new(
        $"PKG-INFO not found at {path}", "The archive must contain PKG-INFO in its top folder, and no member name may start with ./. Build the sdist with a build backend.");

    private static void Note(string fileName, SdistScan scan, ICollection<Finding> notes)
    {
        if (scan.Escaping.Count > 0)
        {
            notes.Add(ArchiveFindings.Warning(
                fileName,
                $"Members are or point outside the archive's folder, or are devices: {string.Join(", ", scan.Escaping)}.",
                "PyPI accepts them, but pip refuses to unpack the archive. Remove them, or replace links with files."));
        }

        if (!scan.Complete)
        {
            notes.Add(ArchiveFindings.Warning(
                fileName,
                "The tar archive does not end with a block of zeros: what follows the last readable header is ignored.",
                "Check that the archive is complete, and build it again."));
        }
    }
}
