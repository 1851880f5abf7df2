using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Metadata;

/// <summary>
/// Converts a project to its core metadata fields (<see href="https://packaging.python.org/specifications/core-metadata/"/>), with the lowest
/// metadata version that supports all of them, for compatibility with old tools.
/// </summary>
internal static class CoreFields
{
    public static IReadOnlyList<KeyValuePair<string, string>> FromProject(StaticProject project) =>
    [
        new("Metadata-Version", LowestVersion(project)),
        new("Name", project.Name),
        new("Version", project.Version.ToString()),
        .. Each("Platform", project.Platforms),
        .. Optional("Summary", project.Summary),
        .. Optional("Keywords", project.Keywords.Count == 0 ? null : string.Join(",", project.Keywords)),
        .. Optional("Author", project.Authors.Names),
        .. Optional("Author-email", project.Authors.Emails),
        .. Optional("Maintainer", project.Maintainers.Names),
        .. Optional("Maintainer-email", project.Maintainers.Emails),
        .. Optional("License-Expression", project.License.Expression),
        .. Optional("License", project.License.Text),
        .. Each("License-File", project.License.Listed),
        .. Each("Classifier", project.Classifiers),
        .. Each("Project-URL", project.Urls.Select(url => $"{url.Key}, {url.Value}")),
        .. Optional("Requires-Python", project.RequiresPython),
        .. Each("Requires-Dist", project.Requirements),
        .. Each("Provides-Extra", project.Extras),
        .. ImportNames(project),
        .. Each("Import-Namespace", project.ImportNamespaces),
        .. Optional("Description-Content-Type", project.Readme?.ContentType),
    ];

    /// <summary>PEP 639 introduced licence expressions and files with 2.4, PEP 794 import names with 2.5; 2.1 has everything else.</summary>
    private static string LowestVersion(StaticProject project) =>
        project.ImportNames is not null || project.ImportNamespaces.Count > 0 ? "2.5"
        : project.License.Expression is not null || project.License.Listed.Count > 0 ? "2.4"
        : "2.1";

    /// <summary>PEP 794: an empty <c>Import-Name</c> means that nothing can be imported.</summary>
    private static IEnumerable<KeyValuePair<string, string>> ImportNames(StaticProject project) =>
        Each("Import-Name", project.ImportNames is { Count: 0 } ? [""] : project.ImportNames ?? []);

    private static IEnumerable<KeyValuePair<string, string>> Optional(string name, string? value) => value is null ? [] : [new(name, value)];

    private static IEnumerable<KeyValuePair<string, string>> Each(string name, IEnumerable<string> values) =>
        values.Select(value => KeyValuePair.Create(name, value));
}
