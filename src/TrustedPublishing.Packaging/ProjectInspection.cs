using System.Globalization;
using System.Reflection;
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

        var project = ProjectReader.Read(root!, folder, options.Version, complaints);
        var backend = BuildSystemReader.Read(root!, folder, complaints);
        var layout = SourceLayoutReader.Read(root!, backend, complaints);
        var units = project is null ? [] : ImportUnitFinder.Find(folder, project.Name, layout, complaints);
        var files = project is null ? [] : SourceFinder.Find(folder, project, units, options.ExtraFiles, complaints);
        var time = Time(options, environment, complaints);
        complaints.ThrowIfAny();
        return new()
        {
            Folder = folder,
            Project = project!,
            Pyproject = options.Version is null ? text : StaticVersion.Write(text, root!, project!.Version),
            Files = files,
            Time = time,
            Generator = $"TrustedPublishing {Version}",
        };
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
