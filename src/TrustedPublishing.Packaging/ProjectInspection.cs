using System.Globalization;
using System.Reflection;
using TrustedPublishing.Packaging.Backends;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging;

/// <summary>Options → everything that will be packed, or every complaint at once.</summary>
internal static class ProjectInspection
{
    /// <summary>2020-02-02, the date that hatchling gives its members too.</summary>
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
        var (project, files) = Read(root, tree, options, complaints);
        var time = Time(options, environment, complaints);
        complaints.ThrowIfAny();
        return new()
        {
            Folder = folder,
            Project = project!,
            Pyproject = options.Version is null ? text : StaticVersion.Write(text, dynamic!, project!.Version),
            Files = files,
            Time = time,
            Generator = $"TrustedPublishing {Version}",
        };
    }

    /// <summary>The backend completes the <c>[project]</c> table before it is read, and then chooses the files.</summary>
    private static (StaticProject? Project, IReadOnlyList<PackagedFile> Files) Read(
        TomlNode root, ProjectTree tree, PackagingOptions options, FindingList complaints)
    {
        var backend = BuildSystemReader.Read(root, complaints);
        var table = ProjectTable.Of(root, options.Version is not null);
        if (table is not null)
        {
            backend.Complete(table, tree, backend.TableOf(root), complaints);
        }

        new BuildSystemCheck(backend, table, tree.Folder, table?.IsDynamic("version") != true, complaints).Check(root);
        if (ProjectReader.Read(root, tree, options.Version, backend.License, complaints) is not { } read)
        {
            return (null, []);
        }

        var platforms = new TableReading(backend.TableOf(root), complaints);
        var project = read with
        {
            Platforms = backend == BuildBackend.Setuptools ? [.. platforms.Texts("platforms").Select(node => node.Text!)] : [],
            ReferencedFiles = [.. read.ReferencedFiles.Concat(table!.Referenced).Distinct()],
        };
        return (project, FileSelection.Find(backend.Select(tree, backend.TableOf(root), project, complaints), options.ExtraFiles, complaints));
    }

    private static string Version =>
        typeof(ProjectInspection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal static string Text(ProjectFolder folder, FindingList complaints)
    {
        var text = folder.HasFile("pyproject.toml") ? TextFiles.ReadUtf8(folder.Absolute("pyproject.toml")) : null;
        if (text is null)
        {
            complaints.Add(folder.HasFile("pyproject.toml") ? Diagnostics.PyprojectNotUtf8() : Diagnostics.NoPyproject(folder.Path));
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

    /// <summary>The end of 2107, the last year that ZIP knows.</summary>
    private const long MaxSeconds = 4354819199;
}
