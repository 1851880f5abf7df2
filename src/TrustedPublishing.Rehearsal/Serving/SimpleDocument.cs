using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary>The pages of the Simple API (PEP 503, 691, 700, 714, 740, 792), version 1.4.</summary>
internal static class SimpleDocument
{
    private const string Version = "1.4";

    public static JsonObject Index(IndexState state) => new()
    {
        ["meta"] = Meta(state.Serial),
        ["projects"] = new JsonArray([.. Listed(state).Select(project => new JsonObject { ["name"] = project.Name, ["_last-serial"] = project.Serial })]),
    };

    public static string IndexPage(IndexState state) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
          <head>
            <meta name="pypi:repository-version" content="{Version}">
            <title>Simple index</title>
          </head>
          <body>
        {string.Concat(Listed(state).Select(project => $"    <a href=\"/simple/{project.NormalizedName}/\">{WebUtility.HtmlEncode(project.Name)}</a>\n"))}  </body>
        </html>

        """;

    public static JsonObject Project(ProjectRow project, Uri root) => new()
    {
        ["meta"] = Meta(project.Serial),
        ["name"] = project.NormalizedName,
        ["project-status"] = new JsonObject { ["status"] = Status(project) },
        ["versions"] = new JsonArray([.. Files(project).Select(file => file.Release.Version).Distinct().Select(version => JsonValue.Create(version))]),
        ["files"] = new JsonArray([.. Files(project).Select(file => File(project, file.Release, file.File, root))]),
    };

    public static string ProjectPage(ProjectRow project, Uri root)
    {
        var name = project.NormalizedName;
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n  <head>\n");
        page.Append(CultureInfo.InvariantCulture, $"    <meta name=\"pypi:repository-version\" content=\"{Version}\">\n");
        page.Append(CultureInfo.InvariantCulture, $"    <meta name=\"pypi:project-status\" content=\"{Status(project)}\">\n");
        page.Append(CultureInfo.InvariantCulture, $"    <title>Links for {name}</title>\n  </head>\n  <body>\n    <h1>Links for {name}</h1>\n");
        foreach (var (release, file) in Files(project))
        {
            page.Append(CultureInfo.InvariantCulture, $"    {Anchor(project, release, file, root)}<br />\n");
        }

        return page.Append(CultureInfo.InvariantCulture, $"  </body>\n</html>\n<!--SERIAL {project.Serial}-->").ToString();
    }

    /// <summary>Files sorted by version, then by name; none for a quarantined project.</summary>
    public static IEnumerable<(ReleaseRow Release, FileRow File)> Files(ProjectRow project) =>
        from release in project.Status is RehearsalProjectStatus.Quarantined ? [] : project.Releases
        orderby PythonVersion.TryParse(release.Version, out var version) ? version : null
        from file in project.FilesOf(release).OrderBy(file => file.FileName, StringComparer.Ordinal)
        select (release, file);

    public static Uri Url(FileRow file, Uri root) => new(root, $"/packages/{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}");

    private static IEnumerable<ProjectRow> Listed(IndexState state) =>
        state.Projects.Values.Where(project => project.Status is not RehearsalProjectStatus.Quarantined).OrderBy(project => project.NormalizedName, StringComparer.Ordinal);

    private static JsonObject Meta(long serial) => new() { ["api-version"] = Version, ["_last-serial"] = serial };

    private static string Status(ProjectRow project) => project.Status.ToString().ToLowerInvariant();

    private static JsonObject File(ProjectRow project, ReleaseRow release, FileRow file, Uri root) => new()
    {
        ["filename"] = file.FileName,
        ["url"] = Url(file, root).AbsoluteUri,
        ["hashes"] = new JsonObject { ["sha256"] = file.Sha256 },
        ["requires-python"] = release.RequiresPython,
        ["size"] = file.Size,
        ["upload-time"] = file.Uploaded.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["yanked"] = release is { Yanked: true, YankedReason.Length: > 0 } ? JsonValue.Create(release.YankedReason) : JsonValue.Create(release.Yanked),
        ["data-dist-info-metadata"] = Metadata(file),
        ["core-metadata"] = Metadata(file),
        ["provenance"] = Provenance(project, release, file, root)?.AbsoluteUri,
    };

    private static JsonNode Metadata(FileRow file) =>
        file.MetadataSha256 is null ? JsonValue.Create(false) : new JsonObject { ["sha256"] = file.MetadataSha256 };

    private static Uri? Provenance(ProjectRow project, ReleaseRow release, FileRow file, Uri root) =>
        file.Provenance is null ? null : new(root, $"/integrity/{project.NormalizedName}/{release.Version}/{Uri.EscapeDataString(file.FileName)}/provenance");

    private static string Anchor(ProjectRow project, ReleaseRow release, FileRow file, Uri root)
    {
        var yanked = release.Yanked ? $"data-yanked=\"{WebUtility.HtmlEncode(release.YankedReason)}\" " : "";
        var python = release.RequiresPython is { } specifier ? $"data-requires-python=\"{WebUtility.HtmlEncode(specifier)}\" " : "";
        var metadata = file.MetadataSha256 is { } sha256 ? $"data-dist-info-metadata=\"sha256={sha256}\" data-core-metadata=\"sha256={sha256}\"" : "";
        var provenance = Provenance(project, release, file, root) is { } url ? $" data-provenance=\"{url.AbsoluteUri}\"" : "";
        return $"<a href=\"{Url(file, root).AbsoluteUri}#sha256={file.Sha256}\" {python}{yanked}{metadata}{provenance}>{WebUtility.HtmlEncode(file.FileName)}</a>";
    }
}
