using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>Checks the files that describe a wheel to installers.</summary>
internal sealed class WheelContent(string fileName, WheelLayout layout, ArchiveBytes archive, ZipDirectory directory)
{
    private const int ShownNames = 5;

    /// <summary>Every licence file in the form must exist and be readable (PEP 639).</summary>
    public IEnumerable<Finding> Licenses(UploadForm form)
    {
        foreach (var file in new MetadataInput(form).All("license-file"))
        {
            if (directory.Find(layout.License(file)) is { } member)
            {
                Read(member);
            }
            else
            {
                yield return ArchiveFindings.MissingLicense(fileName, file, layout.License(file));
            }
        }
    }

    /// <summary>RECORD must exist; if it does not list the actual files, PyPI only e-mails the owners.</summary>
    public IEnumerable<Finding> Record()
    {
        if (directory.Find(layout.Record) is not { } member)
        {
            return [MissingRecord("Build the wheel with a build backend, or with `wheel pack`.")];
        }

        if (ZipText.Utf8(Read(member)) is not { } text)
        {
            return [MissingRecord("RECORD is not UTF-8. Build the wheel again.")];
        }

        var (rows, problem) = RecordFile.Read(text);
        return problem switch
        {
            RecordProblem.LongField => [MissingRecord($"A field in RECORD has more than {RecordFile.LongestField} characters. Shorten the path.")],
            RecordProblem.BlankLine => throw ArchiveFindings.Fatal($"{layout.Record} has a blank line", "Write RECORD without blank lines, as build backends and `wheel pack` do."),
            _ => Mismatches(rows),
        };
    }

    /// <summary>entry_points.txt is optional, but must be valid.</summary>
    public IEnumerable<Finding> EntryPoints()
    {
        if (directory.Find(layout.EntryPoints) is not { } member)
        {
            return [];
        }

        var text = ZipText.Utf8(Read(member));
        var complaint = text is null ? "it is not UTF-8" : EntryPointsFile.Complaint(text);
        return complaint is null
            ? []
            : [ArchiveFindings.Error(
                fileName,
                $"Wheel '{fileName}' has invalid entry points defined in the entry_points.txt file",
                $"In {layout.EntryPoints} {complaint}. Change [project.scripts], [project.gui-scripts] or [project.entry-points] in pyproject.toml.")];
    }

    /// <summary>METADATA must exist; the server keeps a copy for installers (PEP 658).</summary>
    public IEnumerable<Finding> Metadata()
    {
        if (directory.Find(layout.Metadata) is { } member)
        {
            Read(member);
            return [];
        }

        return [ArchiveFindings.Error(fileName, $"Wheel '{fileName}' does not contain the required METADATA file: {layout.Metadata}", "Build the wheel with a build backend.")];
    }

    /// <summary>At this point the server no longer handles damage.</summary>
    private byte[] Read(ZipEntry member)
    {
        try
        {
            return ZipMember.Read(archive, member, ArchiveLimits.TextMember);
        }
        catch (UnacceptableArchiveException damage) when (damage is not FatalArchiveException)
        {
            throw ArchiveFindings.Fatal($"{member.Name} cannot be read", damage.Remedy);
        }
    }

    /// <summary>Members that require a password, which installers do not have.</summary>
    public IEnumerable<Finding> Encrypted()
    {
        string[] names = [.. directory.Entries.Where(entry => entry.IsEncrypted).Select(entry => entry.Name)];
        return names.Length == 0 ? [] :
            [ArchiveFindings.Warning(fileName, $"Members are encrypted: {Shown(names)}.", "PyPI accepts it, but nobody can install the wheel. Create it without a password.")];
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
                "PyPI accepts it for now and notifies the owners by email; installers may reject it. Do not modify a wheel after it was built, or use `wheel pack`.");
    }

    private static string Shown(string[] names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Take(ShownNames)) + (names.Length > ShownNames ? $" and {names.Length - ShownNames} more" : "");
}

/// <summary>The location of a wheel's own files: in a folder spelled like the start of the file name (PEP 427), without normalisation.</summary>
internal sealed record WheelLayout(string Stem)
{
    private string Folder => $"{Stem}.dist-info";

    public string Wheel => $"{Folder}/WHEEL";

    public string Metadata => $"{Folder}/METADATA";

    public string Record => $"{Folder}/RECORD";

    public string EntryPoints => $"{Folder}/entry_points.txt";

    /// <summary>The layout for a file name, or null if the name has fewer than three parts.</summary>
    public static WheelLayout? FromFileName(string fileName) => fileName.Split('-', 3) is [var name, var version, _] ? new($"{name}-{version}") : null;

    public string License(string file) => $"{Folder}/licenses/{file}";

    /// <summary>Whether RECORD omits a member: signatures of RECORD itself.</summary>
    public bool IsUnrecorded(string member) => member == $"{Record}.jws" || member == $"{Record}.p7s";
}
