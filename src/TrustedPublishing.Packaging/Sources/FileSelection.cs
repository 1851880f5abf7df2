namespace TrustedPublishing.Packaging.Sources;

/// <summary>The files that a build backend would ship, and those that a build has made for the packages.</summary>
internal static class FileSelection
{
    public static IReadOnlyList<PackagedFile> Find(Selection selection, IReadOnlyDictionary<string, string> extraFiles, FindingList complaints)
    {
        List<PackagedFile> files =
        [
            .. selection.Wheel.Select(file => new PackagedFile(file.Value, null, file.Key)),
            .. selection.Sdist.Select(file => new PackagedFile(file.Value, file.Key, null)),
            .. ExtraFiles(selection, extraFiles, complaints),
        ];
        Check(files, complaints);
        return files;
    }

    private static IEnumerable<PackagedFile> ExtraFiles(Selection selection, IReadOnlyDictionary<string, string> extraFiles, FindingList complaints)
    {
        foreach (var (target, source) in extraFiles.OrderBy(extra => extra.Key, StringComparer.Ordinal))
        {
            var complaint = ProjectPath.Normalize(target) != target || Beside(selection, target) is null ? Diagnostics.ExtraFileOutside(target, Packages(selection))
                : !File.Exists(source) && !Directory.Exists(source) ? Diagnostics.NoSuchExtraFile(target, source)
                : null;
            if (complaint is not null)
            {
                complaints.Add(complaint);
                continue;
            }

            var files = Directory.Exists(source) ? SourceTree.Files(source, Exclusions.IsFolder, Exclusions.IsFile).Select(file => "/" + file) : [""];
            foreach (var file in files)
            {
                yield return new(Path.GetFullPath(source) + file, Beside(selection, target) + file, target + file);
            }
        }
    }

    /// <summary>Where the sdist has what the wheel has at a path: beside the package's own sources.</summary>
    private static string? Beside(Selection selection, string target)
    {
        var top = target.Split('/')[0] + "/";
        foreach (var (path, source) in selection.Wheel.Where(file => file.Key.StartsWith(top, StringComparison.Ordinal)))
        {
            var inSdist = selection.Sdist.FirstOrDefault(file => file.Value == source && file.Key.EndsWith(path, StringComparison.Ordinal)).Key;
            if (inSdist is not null && target.Contains('/', StringComparison.Ordinal))
            {
                return inSdist[..^path.Length] + target;
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Packages(Selection selection) =>
        [.. selection.Wheel.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path.Split('/')[0]).Distinct()];

    private static void Check(List<PackagedFile> files, FindingList complaints)
    {
        foreach (var file in files.Where(file => file.InWheel is not null && SourceKinds.NeedsBuild(file.InWheel)))
        {
            complaints.Add(Diagnostics.NeedsBuild(file.Name));
        }

        if (!Twins(files.Select(file => file.InSdist), complaints))
        {
            Twins(files.Select(file => file.InWheel), complaints);
        }

        foreach (var file in files.Where(file => file.Name.Any(c => char.IsControl(c) || c == '\\')))
        {
            complaints.Add(Diagnostics.UnusableFileName(file.Name));
        }
    }

    /// <summary>Whether two files of one archive have one name.</summary>
    private static bool Twins(IEnumerable<string?> paths, FindingList complaints)
    {
        var twins = paths.OfType<string>().GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToList();
        twins.ForEach(group => complaints.Add(Diagnostics.SameName([.. group])));
        return twins.Count > 0;
    }
}
