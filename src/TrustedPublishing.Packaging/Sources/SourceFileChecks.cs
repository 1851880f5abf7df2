using System.Globalization;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Binaries;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>Checks that files are regular and have names that can be packed and unpacked everywhere.</summary>
internal static partial class SourceFileChecks
{
    /// <summary>Reports files that are not regular, and invalid names; the paths are those in the distribution.</summary>
    /// <param name="files">The files.</param>
    /// <param name="complaints">Receives the findings.</param>
    /// <param name="others">Other paths in the same distribution, which have already been checked.</param>
    public static void Check(IReadOnlyCollection<(string? Source, string Path)> files, FindingList complaints, IReadOnlyCollection<string>? others = null)
    {
        foreach (var (source, path) in files)
        {
            if ((BadName(path) ?? (source is null ? null : BadFile(source, path))) is { } complaint)
            {
                complaints.Add(complaint);
            }
        }

        foreach (var twins in Twins([.. files.Select(file => (file.Path, true)), .. (others ?? []).Select(path => (path, false))]))
        {
            complaints.Add(Diagnostics.SameName([.. twins.Order(StringComparer.Ordinal)]));
        }
    }

    /// <summary>Files and folders whose paths are the same on some file system. The contents of such folders are not listed again.</summary>
    private static IEnumerable<IEnumerable<string>> Twins(IReadOnlyCollection<(string Path, bool IsNew)> files)
    {
        var folders = files.SelectMany(file => ProjectPath.Parents(file.Path).Select(folder => (Path: folder, file.IsNew))).GroupBy(folder => folder.Path)
            .Select(same => (Path: same.Key, IsNew: same.Any(folder => folder.IsNew)));
        var twins = files.Concat(folders).GroupBy(path => PathIdentity.FromPath(path.Path), StringComparer.Ordinal)
            .Where(group => group.Count() > 1 && group.Any(path => path.IsNew)).ToDictionary(group => group.Key, StringComparer.Ordinal);
        return twins.Values.Where(group => !ProjectPath.Parents(group.Key).Any(twins.ContainsKey)).Select(group => group.Select(path => path.Path));
    }

    /// <summary>The binaries among the readable files; damaged ones are reported.</summary>
    public static IReadOnlyList<(string Path, NativeBinary Binary)> Binaries(IEnumerable<(string Source, string Path)> files, FindingList complaints)
    {
        var found = new List<(string, NativeBinary)>();
        foreach (var (source, path) in files.Where(file => File.Exists(file.Source) && BadFile(file.Source, file.Path) is null))
        {
            try
            {
                using var content = File.OpenRead(source);
                if (BinaryFile.Read(content) is { } binary)
                {
                    found.Add((path, binary));
                }
            }
            catch (UnreadableBinaryException damaged)
            {
                complaints.Add(Diagnostics.DamagedBinary(path, damaged.Message));
            }
            catch (Exception changed) when (changed is IOException or UnauthorizedAccessException)
            {
                complaints.Add(Diagnostics.ChangedFile(path, changed.Message));
            }
        }

        return found;
    }

    private static PackagingFinding? BadName(string path)
    {
        if (path.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return Diagnostics.NotUtf8Name(path);
        }

        if (path.Any(c => char.IsControl(c) || c == '\\'))
        {
            return Diagnostics.UnusableFileName(path);
        }

        return path.Split('/').FirstOrDefault(part => NotForWindows().IsMatch(part)) is { } name ? Diagnostics.NotForWindows(path, name) : null;
    }

    private static PackagingFinding BadFolder(string source, string path) =>
        new DirectoryInfo(source).LinkTarget is not { } folder ? Diagnostics.UnreadableFolder(path)
        : SourceTree.IsLoop(source) ? Diagnostics.FolderLoop(path, folder)
        : Diagnostics.FolderLinkOutside(path, folder);

    private static PackagingFinding? BadFile(string source, string path)
    {
        if (Directory.Exists(source))
        {
            return BadFolder(source, path);
        }

        try
        {
            return BadContent(new FileInfo(source), path);
        }
        catch (PathTooLongException)
        {
            return Diagnostics.PathTooLong(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Diagnostics.UnreadableFile(path, unreadable.Message);
        }
    }

    private static PackagingFinding? BadContent(FileInfo file, string path)
    {
        if (file.LinkTarget is { } target && file.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true })
        {
            return Diagnostics.DanglingLink(path, target);
        }

        // A missing file that a key names is reported with its key. A path that is too long throws here; it would seem to be missing otherwise.
        _ = file.Attributes;
        if (!file.Exists)
        {
            return null;
        }

        if (ProjectFolder.SpecialKind(file) is { } kind)
        {
            return Diagnostics.NoRegularFile(path, kind);
        }

        if (((FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file).Length is > uint.MaxValue and var length)
        {
            return Diagnostics.FileTooLarge(path, (length >> 30).ToString(CultureInfo.InvariantCulture));
        }

        using var content = file.OpenRead();
        return null;
    }

    /// <summary>
    /// Names that Windows reserves or does not allow (<see href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file"/>).
    /// </summary>
    [GeneratedRegex(@"[<>:""|?*]|[. ]\z|\A(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotForWindows();
}
