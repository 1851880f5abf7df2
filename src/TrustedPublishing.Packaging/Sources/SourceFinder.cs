using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// Which files go where. Wheel: the packages with their data files, and the extra files. Sdist: the same, and <c>pyproject.toml</c>, the
/// readme, the licences, the change log, setuptools' files and the tests, which distributors of Linux run. Nothing else: a list of what is
/// wanted cannot leak what nobody thought of.
/// </summary>
internal static class SourceFinder
{
    private static readonly string[] Wanted = ["setup.py", "setup.cfg", "MANIFEST.in"];

    private static readonly string[] TestFolders = ["test", "tests"];

    private static readonly string[] ChangeLogs = ["CHANGELOG*", "CHANGES*", "HISTORY*"];

    public static IReadOnlyList<PackagedFile> Find(
        ProjectFolder folder, StaticProject project, IReadOnlyList<ImportUnit> units, IReadOnlyDictionary<string, string> extraFiles, FindingList complaints)
    {
        var packaged = units.SelectMany(unit => Unit(folder, unit)).ToList();
        packaged.AddRange(ExtraFiles(units, extraFiles, complaints));
        var beside = Wanted.Where(folder.HasFile)
            .Concat(ChangeLogs.SelectMany(pattern => Glob.Matches(folder, pattern)))
            .Concat(project.LicenseFiles)
            .Concat(project.Readme?.Path is { } readme ? [readme] : [])
            .Concat(Tests(folder))
            .Except(packaged.Select(file => file.InSdist), StringComparer.Ordinal);
        packaged.AddRange(beside.Select(path => new PackagedFile(folder.Absolute(path), path, null)));
        Check(packaged, complaints);
        return [.. packaged.OrderBy(file => file.InSdist, StringComparer.Ordinal)];
    }

    private static IEnumerable<PackagedFile> Unit(ProjectFolder folder, ImportUnit unit)
    {
        var absolute = folder.Absolute(unit.ProjectPath);
        var files = unit.IsModule ? [""] : SourceTree.Files(absolute, Exclusions.IsFolder).Select(file => "/" + file);
        return files.Select(file => new PackagedFile(absolute + file, unit.ProjectPath + file, unit.Path + file));
    }

    private static IEnumerable<PackagedFile> ExtraFiles(
        IReadOnlyList<ImportUnit> units, IReadOnlyDictionary<string, string> extraFiles, FindingList complaints)
    {
        foreach (var (target, source) in extraFiles.OrderBy(extra => extra.Key, StringComparer.Ordinal))
        {
            var unit = units.FirstOrDefault(unit => !unit.IsModule && target.StartsWith(unit.Path + "/", StringComparison.Ordinal));
            var complaint = unit is null || !ProjectFolder.IsInside(target) ? Diagnostics.ExtraFileOutside(target, [.. units.Select(unit => unit.Path)])
                : !File.Exists(source) && !Directory.Exists(source) ? Diagnostics.NoSuchExtraFile(target, source)
                : null;
            if (complaint is not null)
            {
                complaints.Add(complaint);
                continue;
            }

            var files = Directory.Exists(source) ? SourceTree.Files(source, Exclusions.IsFolder).Select(file => "/" + file) : [""];
            foreach (var file in files)
            {
                var inWheel = target.TrimEnd('/') + file;
                yield return new(Path.GetFullPath(source) + file, unit!.Root.Length == 0 ? inWheel : $"{unit.Root}/{inWheel}", inWheel);
            }
        }
    }

    private static IEnumerable<string> Tests(ProjectFolder folder) =>
        from name in TestFolders
        where folder.HasFolder(name)
        from file in SourceTree.Files(folder.Absolute(name), Exclusions.IsMadeFolder)
        select $"{name}/{file}";

    private static void Check(List<PackagedFile> files, FindingList complaints)
    {
        foreach (var file in files.Where(file => file.InWheel is not null && SourceKinds.NeedsBuild(file.InWheel)))
        {
            complaints.Add(Diagnostics.NeedsBuild(file.InSdist));
        }

        foreach (var twins in files.GroupBy(file => file.InSdist, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            complaints.Add(Diagnostics.SameName([.. twins.Select(file => file.InSdist)]));
        }

        foreach (var file in files.Where(file => file.InSdist.Any(c => char.IsControl(c) || c == '\\')))
        {
            complaints.Add(Diagnostics.UnusableFileName(file.InSdist));
        }
    }
}
