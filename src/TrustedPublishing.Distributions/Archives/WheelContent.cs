namespace TrustedPublishing.Distributions.Archives;

/// <summary>The files that describe a wheel to installers.</summary>
internal sealed class WheelContent(string fileName, WheelLayout layout, ArchiveBytes archive, ZipDirectory directory)
{
    private const int ShownNames = 5;

    /// <summary>Every licence file of the form has to be there, and whole (PEP 639).</summary>
    public IEnumerable<Finding> Licenses(UploadForm form)
    {
        foreach (var file in form.All("license_file"))
        {
            if (directory.Find(layout.License(file)) is { } member)
            {
                ZipMember.Read(archive, member, ArchiveLimits.TextMember);
            }
            else
            {
                yield return ArchiveFindings.MissingLicense(fileName, file, layout.License(file));
            }
        }
    }

    /// <summary>RECORD has to be there; that it lists other files than there are, PyPI only mails to the owners.</summary>
    public IEnumerable<Finding> Record()
    {
        if (directory.Find(layout.Record) is not { } member)
        {
            return [MissingRecord("Build the wheel with a build backend, or with `wheel pack`.")];
        }

        return ZipText.Utf8(ZipMember.Read(archive, member, ArchiveLimits.TextMember)) is { } text && RecordFile.Parse(text) is { } rows
            ? Mismatches(rows)
            : [MissingRecord("RECORD is there, but is not UTF-8 or has an empty line. Build the wheel again.")];
    }

    /// <summary>entry_points.txt may be missing, but not wrong.</summary>
    public IEnumerable<Finding> EntryPoints()
    {
        if (directory.Find(layout.EntryPoints) is not { } member)
        {
            return [];
        }

        var text = ZipText.Utf8(ZipMember.Read(archive, member, ArchiveLimits.TextMember));
        var complaint = text is null ? "it is not UTF-8" : EntryPointsFile.Complaint(text);
        return complaint is null
            ? []
            : [ArchiveFindings.Error(
                fileName,
                $"Wheel '{fileName}' has invalid entry points defined in the entry_points.txt file",
                $"In {layout.EntryPoints} {complaint}. Change [project.scripts], [project.gui-scripts] or [project.entry-points] in pyproject.toml.")];
    }

    /// <summary>METADATA has to be there; the server keeps a copy for installers (PEP 658).</summary>
    public IEnumerable<Finding> Metadata()
    {
        if (directory.Find(layout.Metadata) is { } member)
        {
            ZipMember.Read(archive, member, ArchiveLimits.TextMember);
            return [];
        }

        return [ArchiveFindings.Error(fileName, $"Wheel '{fileName}' does not contain the required METADATA file: {layout.Metadata}", "Build the wheel with a build backend.")];
    }

    private Finding MissingRecord(string remedy) =>
        ArchiveFindings.Error(fileName, $"Wheel '{fileName}' does not contain the required RECORD file: {layout.Record}", remedy);

    private IEnumerable<Finding> Mismatches(IReadOnlyList<(string Path, string Hash)> rows)
    {
        var recorded = rows.Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
        var members = directory.Entries.Where(entry => !entry.IsFolder).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var unhashed = rows.Where(row => row.Hash.Length == 0 && row.Path != layout.Record && !layout.IsUnrecorded(row.Path)).Select(row => row.Path);
        (string What, string[] Names)[] differences =
        [
            ("does not list", [.. members.Where(name => !recorded.Contains(name) && !layout.IsUnrecorded(name))]),
            ("lists, but the wheel does not contain", [.. recorded.Where(name => !members.Contains(name) || layout.IsUnrecorded(name))]),
            ("has no hash for", [.. unhashed]),
            ("lists paths outside of the wheel:", [.. members.Where(PathEscape.Leaves)]),
        ];
        return
            from difference in differences
            where difference.Names.Length > 0
            select ArchiveFindings.Warning(
                fileName,
                $"RECORD {difference.What} {Shown(difference.Names)}.",
                "PyPI accepts that now and mails the owners; installers may refuse. Change nothing in a wheel after it was built, or use `wheel pack`.");
    }

    private static string Shown(string[] names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Take(ShownNames)) + (names.Length > ShownNames ? $" and {names.Length - ShownNames} more" : "");
}
