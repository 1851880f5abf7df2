using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// The files of a project, without those that no build backend ships: version control data, compiled Python, and files that the current build
/// writes, such as its temporary files and the distributions.
/// </summary>
internal sealed class ProjectTree(ProjectFolder folder, string? outputDirectory)
{
    private readonly Lazy<SourceTree> walked = new(() => SourceTree.Read(folder.Path, Exclusions.IsNeverShippedFolder, Exclusions.IsNeverShippedFile));
    private IReadOnlyList<string>? files;
    private HashSet<string>? folders;
    private ILookup<string, string>? foldersByParent, filesByParent;

    public ProjectFolder Folder => folder;

    /// <summary>All files: paths relative to the project's folder, separated by <c>/</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Files => files ??= [.. WithoutOutput(walked.Value.Files)];

    /// <summary>The folders that could not be entered. <see cref="Files"/> contains them too.</summary>
    public IReadOnlyList<string> ClosedFolders => walked.Value.ClosedFolders;

    /// <summary>All folders that contain a file, directly or indirectly.</summary>
    public IReadOnlySet<string> Folders => folders ??= [.. Files.SelectMany(ProjectPath.Parents)];

    public bool HasFile(string path) => path.Length > 0 && folder.HasFile(path);

    /// <summary>The files below a folder; all for the empty path.</summary>
    public IEnumerable<string> Under(string path)
    {
        if (path.Length == 0)
        {
            return Files;
        }

        // In ordinal order '0' follows '/', so everything below the folder is between the two.
        var (first, last) = (Position($"{path}/"), Position($"{path}0"));
        return Enumerable.Range(first, last - first).Select(i => Files[i]);
    }

    /// <summary>The folders directly below a folder, in ordinal order.</summary>
    public IEnumerable<string> FoldersIn(string path) => (foldersByParent ??= Folders.Order(StringComparer.Ordinal).ToLookup(ProjectPath.Parent))[path];

    /// <summary>The files directly in a folder, in ordinal order.</summary>
    public IEnumerable<string> FilesIn(string path) => (filesByParent ??= Files.ToLookup(ProjectPath.Parent))[path];

    /// <summary>The files that match a pattern, and the files in matching folders.</summary>
    public IEnumerable<string> Expand(string pattern, GlobRules rules)
    {
        var glob = new Glob(pattern, rules);
        return Files.Where(file => glob.IsMatch(file) || ProjectPath.Parents(file).Any(glob.IsMatch));
    }

    /// <summary>The files that match a pattern directly.</summary>
    public IEnumerable<string> Matches(string pattern, GlobRules rules)
    {
        var glob = new Glob(pattern, rules);
        return glob.IsWild ? Files.Where(glob.IsMatch) : HasFile(pattern) ? [ProjectPath.Normalize(pattern)!] : [];
    }

    /// <summary>The number of files that sort before a text.</summary>
    private int Position(string text)
    {
        var (low, high) = (0, Files.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(Files[middle], text) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private IEnumerable<string> WithoutOutput(IEnumerable<string> all)
    {
        var output = outputDirectory is null ? null : ProjectPath.FromNative(Path.GetRelativePath(folder.Path, Path.GetFullPath(outputDirectory)));
        return all.Where(file => !file.StartsWith(".nuke/temp/", StringComparison.Ordinal))
            .Where(file => output is null or "." || !file.StartsWith(output + "/", StringComparison.Ordinal));
    }
}
