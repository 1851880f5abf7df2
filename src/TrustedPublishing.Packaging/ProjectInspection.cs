using System.Globalization;
using System.Reflection;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Backends;
using TrustedPublishing.Packaging.Platforms;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging;

/// <summary>Turns the options into everything that will be packed, or reports all findings at once.</summary>
internal static class ProjectInspection
{
    /// <summary>2020-02-02, the default date of hatchling.</summary>
    private static readonly DateTimeOffset DefaultTime = DateTimeOffset.FromUnixTimeSeconds(1580601600);

    public static PackagedProject Inspect(PackagingOptions options, IReadOnlyDictionary<string, string> environment)
    {
        var folder = new ProjectFolder(options.ProjectDirectory);
        var complaints = new FindingList(folder.Absolute("pyproject.toml"));
        var text = Text(folder, complaints);
        var root = TomlFile.Parse(text, complaints);
        complaints.ThrowIfAny();

        var dynamic = root!.Find("project", "dynamic");
        var tree = new ProjectTree(folder, options.OutputDirectory);
        var (project, selection) = Read(root, tree, options, complaints);
        var files = FileSelection.Find(selection, options.ExtraFiles, complaints);
        var time = Time(options, environment, complaints);
        var warnings = new List<PackagingFinding>();
        var command = project is null ? null : CommandPackage.Create(options.Command, project, selection, complaints);
        var wheels = project is null ? [] : Wheels(options, files, selection, command, complaints, warnings);
        complaints.ThrowIfAny();
        return new()
        {
            Folder = folder,
            Project = command?.Project ?? project!,
            Wheels = wheels,
            Warnings = warnings,
            Pyproject = options.Version is null ? text : StaticVersion.Write(text, dynamic!, project!.Version),
            Files = files,
            Time = time,
            Generator = $"TrustedPublishing {Version}",
        };
    }

    /// <summary>The backend completes the <c>[project]</c> table before it is read, and then selects the files.</summary>
    private static (StaticProject? Project, Selection Selection) Read(
        TomlNode root, ProjectTree tree, PackagingOptions options, FindingList complaints)
    {
        // It is unknown where another backend looks for files and metadata, so only the [project] table is checked.
        if (BuildSystemReader.Read(root, complaints) is not { } backend)
        {
            ProjectReader.Read(root, tree, options.Version, BuildBackend.Setuptools.License, complaints);
            return (null, new(tree));
        }

        var table = ProjectTable.Find(root, options.Version is not null);
        if (table is not null)
        {
            backend.Complete(table, tree, backend.TableOf(root), complaints);
        }

        new BuildSystemCheck(backend, table, tree.Folder, table?.IsDynamic("version") != true, complaints).Check(root);
        if (ProjectReader.Read(root, tree, options.Version, backend.License, complaints) is not { } read)
        {
            return (null, new(tree));
        }

        var platforms = new TableReading(backend.TableOf(root), complaints);
        var project = read with
        {
            Platforms = backend == BuildBackend.Setuptools ? [.. platforms.Texts("platforms").Select(node => node.Text!)] : [],
            ReferencedFiles = [.. read.ReferencedFiles.Concat(table!.Referenced).Distinct()],
        };
        var isMade = options.Command is not null && CommandPackage.IsMadeFor(project, tree);
        return (project, isMade ? new(tree) : backend.Select(tree, backend.TableOf(root), project, complaints));
    }

    private static IReadOnlyList<WheelVariant> Wheels(
        PackagingOptions options,
        IReadOnlyList<PackagedFile> files,
        Selection selection,
        CommandPackage? command,
        FindingList complaints,
        List<PackagingFinding> warnings)
    {
        if (!options.Formats.Contains(DistributionKind.Wheel))
        {
            return [];
        }

        var common = files.Where(file => file.InWheel is not null).Select(file => new WheelFile(file.Source, file.InWheel!)).OrderBy(file => file.Path, StringComparer.Ordinal);
        var variants = new WheelVariants([.. common], complaints, warnings);
        var platforms = command?.Files ?? options.Platforms.ToDictionary(
            platform => platform.Key,
            IReadOnlyList<WheelFile> (platform) => [.. FileSelection.PlatformFiles(selection, platform.Value, complaints).Select(file => new WheelFile(file.Source, file.Path))]);
        return platforms.Count > 0 ? variants.ForPlatforms(platforms, options.PlatformTags) : [variants.Pure()];
    }

    private static string Version =>
        typeof(ProjectInspection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal static string Text(ProjectFolder folder, FindingList complaints)
    {
        var text = folder.HasFile("pyproject.toml") ? TextFiles.ReadUtf8(folder.Absolute("pyproject.toml")) : null;
        if (text is null)
        {
            string[] setuptools = ["setup.py", "setup.cfg"];
            var older = setuptools.FirstOrDefault(folder.HasFile);
            complaints.Add(folder.HasFile("pyproject.toml") ? Diagnostics.PyprojectNotUtf8()
                : older is not null ? Diagnostics.OnlySetuptoolsFile(folder.Path, older)
                : Diagnostics.NoPyproject(folder.Path));
            complaints.ThrowIfAny();
        }

        return text!;
    }

    private static DateTimeOffset Time(PackagingOptions options, IReadOnlyDictionary<string, string> environment, FindingList complaints)
    {
        if (options.SourceDate?.ToUnixTimeSeconds() > MaxSeconds)
        {
            complaints.Add(Diagnostics.SourceDate(options.SourceDate.Value));
        }

        return options.SourceDate ?? SourceDateEpoch(environment, complaints) ?? DefaultTime;
    }

    private static DateTimeOffset? SourceDateEpoch(IReadOnlyDictionary<string, string> environment, FindingList complaints)
    {
        if (!environment.TryGetValue("SOURCE_DATE_EPOCH", out var text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds)
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        complaints.Add(Diagnostics.SourceDateEpoch(text));
        return null;
    }

    /// <summary>The end of 2107, the last year that ZIP supports.</summary>
    private const long MaxSeconds = 4354819199;
}
