namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// PyPI's rules for the content of a file, in the server's order (rows 23 to 25). The archive is not trusted: nothing is written to disk, and
/// memory and time are bounded by <see cref="ArchiveLimits"/>.
/// </summary>
internal sealed class ArchiveRules
{
    private readonly UploadForm form;
    private readonly string fileName;
    private readonly Stream content;
    private readonly List<Finding> findings = [];

    private ArchiveRules(UploadForm form, string fileName, Stream content) =>
        (this.form, this.fileName, this.content) = (form, fileName, content);

    /// <summary>
    /// The findings. If the archive itself is rejected, the findings that do not depend on it follow. The hashes in RECORD are not compared with the
    /// files, just as on PyPI: this would require decompressing everything.
    /// </summary>
    public static IReadOnlyList<Finding> Check(UploadForm form, string fileName, Stream content, DateTimeOffset? now)
    {
        var rules = new ArchiveRules(form, fileName, content);
        if (rules.Has(".whl"))
        {
            var archive = new ArchiveBytes(content);
            var directory = rules.Accepted(() => rules.Zip(archive));
            rules.Collect(WheelRules.Check(form, fileName, archive, directory, now));
        }
        else
        {
            var scan = rules.Accepted(rules.Sdist);
            rules.Collect(SdistRules.CheckContent(form, fileName, scan));
        }

        return rules.findings;
    }

    private bool Has(string extension) => fileName.EndsWith(extension, StringComparison.Ordinal);

    private ZipDirectory Zip(ArchiveBytes archive) =>
        OneKind().IsZip
            ? ZipRules.Check(fileName, archive, findings)
            : throw new UnacceptableArchiveException("File is not a zipfile", "Build the file again; if it was downloaded, it may be incomplete or an error page.");

    /// <summary>An sdist in ZIP form is checked as an archive but not scanned for licence files: its name is rejected anyway.</summary>
    private SdistScan? Sdist()
    {
        if (Has(".tar.gz"))
        {
            return SdistRules.CheckArchive(form, fileName, content, OneKind(), findings);
        }

        Zip(new ArchiveBytes(content));
        return null;
    }

    private ArchiveKind OneKind()
    {
        var kind = ArchiveKind.Detect(content);
        return kind is { IsZip: true, IsTar: true }
            ? throw new UnacceptableArchiveException("File is both a zip and a tar file", "The file consists of two archives. Build it again.")
            : kind;
    }

    private void Collect(IEnumerable<Finding> further) => Accepted(() =>
    {
        foreach (var finding in further)
        {
            findings.Add(finding);
        }

        return findings;
    });

    private T? Accepted<T>(Func<T> check)
        where T : class?
    {
        try
        {
            return check();
        }
        catch (UnacceptableArchiveException refusal)
        {
            findings.Add(ArchiveFindings.Refused(fileName, refusal));
        }
        catch (UnjudgedArchiveException limit)
        {
            findings.Add(ArchiveFindings.Unjudged(fileName, limit.Message));
        }

        return null;
    }
}
