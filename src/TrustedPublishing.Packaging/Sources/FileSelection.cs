namespace TrustedPublishing.Packaging.Sources;

/// <summary>The files that a build backend would ship, and the build outputs for the packages.</summary>
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
        foreach (var (stated, source) in extraFiles.OrderBy(extra => extra.Key, StringComparer.Ordinal))
        {
            var target = stated.TrimEnd('/');
            if (Beside(selection, target) is not { } inSdist)
            {
                complaints.Add(Diagnostics.ExtraFileOutside(target, Packages(selection)));
                continue;
            }

            foreach (var (file, path) in Expand(selection, target, source, complaints))
            {
                yield return new(file, inSdist + path[target.Length..], path);
            }
        }
    }

    /// <summary>The files of one platform, which only its wheel contains.</summary>
    public static IEnumerable<(string Source, string Path)> PlatformFiles(Selection selection, IReadOnlyDictionary<string, string> files, FindingList complaints) =>
        files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => Expand(selection, file.Key.TrimEnd('/'), file.Value, complaints));

    /// <summary>A file, or the files of a folder, with their paths in the wheel; they must be inside one of the packages.</summary>
    private static IEnumerable<(string Source, string Path)> Expand(Selection selection, string target, string source, FindingList complaints)
    {
        var isInPackage = ProjectPath.Normalize(target) == target && Packages(selection).Any(package => target.StartsWith(package + "/", StringComparison.Ordinal));
        var complaint = !isInPackage ? Diagnostics.ExtraFileOutside(target, Packages(selection))
            : !File.Exists(source) && !Directory.Exists(source) ? Diagnostics.NoSuchExtraFile(target, source)
            : null;
        if (complaint is not null)
        {
            complaints.Add(complaint);
            return [];
        }

        var files = Directory.Exists(source) ? SourceTree.Read(source, Exclusions.IsFolder, Exclusions.IsFile).Files.Select(file => "/" + file) : [""];
        return files.Select(file => (Path.GetFullPath(source) + file, target + file));
    }

    /// <summary>The path in the sdist that corresponds to a path in the wheel: next to the package's own sources.</summary>
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

    public static IReadOnlyList<string> Packages(Selection selection) =>
        [.. selection.Wheel.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path.Split('/')[0]).Distinct()];

    private static void Check(List<PackagedFile> files, FindingList complaints)
    {
        foreach (var file in files.Where(file => file.InWheel is not null && SourceKinds.NeedsBuild(file.InWheel)))
        {
            complaints.Add(Diagnostics.NeedsBuild(file.Name));
        }

        // Report a file that is in both archives only once.
        var inSdist = files.Where(file => file.InSdist is not null).Select(file => file.Source).ToHashSet(StringComparer.Ordinal);
        SourceFileChecks.Check([.. files.Where(file => file.InSdist is not null).Select(file => ((string?)file.Source, file.InSdist!))], complaints);
        SourceFileChecks.Check([.. files.Where(file => file.InSdist is null && !inSdist.Contains(file.Source)).Select(file => ((string?)file.Source, file.InWheel!))], complaints);
    }
}
