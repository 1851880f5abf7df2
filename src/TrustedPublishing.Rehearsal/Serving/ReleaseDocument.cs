using System.Globalization;
using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary>The documents of the JSON API (docs.pypi.org/api/json).</summary>
internal static class ReleaseDocument
{
    private static readonly string[] Texts =
    [
        "summary", "description_content_type", "description", "keywords", "license", "license_expression", "author", "author_email", "maintainer",
        "maintainer_email", "platform", "home_page", "download_url",
    ];

    public static JsonObject Create(ProjectRow project, ReleaseRow release, bool withAllReleases, Uri root)
    {
        var document = new JsonObject
        {
            ["info"] = Info(project, release, root),
            ["urls"] = Files(project, release, root),
            ["vulnerabilities"] = new JsonArray(),
            ["last_serial"] = project.Serial,
            ["ownership"] = Ownership(project),
        };
        if (withAllReleases)
        {
            document["releases"] = new JsonObject(project.Releases.Select(other => KeyValuePair.Create(other.Version, (JsonNode?)Files(project, other, root))));
        }

        return document;
    }

    private static JsonObject Info(ProjectRow project, ReleaseRow release, Uri root)
    {
        var page = new Uri(root, $"/project/{project.Name}/").AbsoluteUri;
        var info = new JsonObject
        {
            ["name"] = project.Name,
            ["version"] = release.Version,
            ["license_files"] = List(release.Values("license_file")),
            ["classifiers"] = List(release.Values("classifiers")) ?? new JsonArray(),
            ["requires_python"] = release.RequiresPython,
            ["downloads"] = new JsonObject { ["last_day"] = -1, ["last_week"] = -1, ["last_month"] = -1 },
            ["package_url"] = page,
            ["project_url"] = page,
            ["project_urls"] = Urls(release),
            ["release_url"] = $"{page}{release.Version}/",
            ["requires_dist"] = List(release.Values("requires_dist")),
            ["provides_extra"] = List(release.Values("provides_extra")),
            ["docs_url"] = null,
            ["bugtrack_url"] = null,
            ["yanked"] = release.Yanked,
            ["yanked_reason"] = release.YankedReason,
            ["dynamic"] = List(release.Values("dynamic")),
        };
        foreach (var text in Texts)
        {
            info[text] = release.Field(text) is { Length: > 0 } value ? value : null;
        }

        return info;
    }

    private static JsonArray Files(ProjectRow project, ReleaseRow release, Uri root) =>
        new([.. project.FilesOf(release).OrderBy(file => file.FileName, StringComparer.Ordinal).Select(file => File(release, file, root))]);

    private static JsonObject File(ReleaseRow release, FileRow file, Uri root) => new()
    {
        ["filename"] = file.FileName,
        ["packagetype"] = file.PackageType,
        ["python_version"] = file.PythonVersion,
        ["has_sig"] = false,
        ["comment_text"] = file.Comment,
        ["md5_digest"] = file.Md5,
        ["digests"] = new JsonObject { ["md5"] = file.Md5, ["sha256"] = file.Sha256, ["blake2b_256"] = file.Blake2 },
        ["core-metadata"] = file.MetadataSha256 is null ? JsonValue.Create(false) : new JsonObject { ["sha256"] = file.MetadataSha256 },
        ["size"] = file.Size,
        ["downloads"] = -1,
        ["upload_time"] = file.Uploaded.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        ["upload_time_iso_8601"] = file.Uploaded.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["url"] = SimpleDocument.Url(file, root).AbsoluteUri,
        ["requires_python"] = release.RequiresPython,
        ["yanked"] = release.Yanked,
        ["yanked_reason"] = release.YankedReason,
    };

    private static JsonObject Ownership(ProjectRow project) => new()
    {
        ["roles"] = new JsonArray([.. project.Uploaders.Order(StringComparer.Ordinal).Select(user => new JsonObject { ["role"] = "Owner", ["user"] = user })]),
        ["organization"] = project.Organization,
    };

    private static JsonObject? Urls(ReleaseRow release)
    {
        var pairs = release.Values("project_urls").Select(value => value.Split(',', 2, StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2).ToArray();
        return pairs.Length == 0 ? null : new(pairs.Select(pair => KeyValuePair.Create(pair[0], (JsonNode?)JsonValue.Create(pair[1]))));
    }

    private static JsonArray? List(IReadOnlyList<string> values) => values.Count == 0 ? null : new([.. values.Select(value => JsonValue.Create(value))]);
}
