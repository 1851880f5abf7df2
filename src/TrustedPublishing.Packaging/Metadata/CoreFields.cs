using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Metadata;

/// <summary>
/// A project → its core metadata fields (<see href="https://packaging.python.org/specifications/core-metadata/"/>). The version is 2.4,
/// and 2.5 only for projects that declare what they import, so that older tools understand all others.
/// </summary>
internal static class CoreFields
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(StaticProject project) =>
    [
        new("Metadata-Version", project.ImportNames is null && project.ImportNamespaces.Count == 0 ? "2.4" : "2.5"),
        new("Name", project.Name),
        new("Version", project.Version.ToString()),
        .. Optional("Summary", project.Summary),
        .. Optional("Keywords", project.Keywords.Count == 0 ? null : string.Join(",", project.Keywords)),
        .. Optional("Author", project.Authors.Names),
        .. Optional("Author-email", project.Authors.Emails),
        .. Optional("Maintainer", project.Maintainers.Names),
        .. Optional("Maintainer-email", project.Maintainers.Emails),
        .. Optional("License-Expression", project.LicenseExpression),
        .. Optional("License", project.LicenseText),
        .. Each("License-File", project.LicenseFiles),
        .. Each("Classifier", project.Classifiers),
        .. Each("Project-URL", project.Urls.Select(url => $"{url.Key}, {url.Value}")),
        .. Optional("Requires-Python", project.RequiresPython),
        .. Each("Requires-Dist", project.Requirements),
        .. Each("Provides-Extra", project.Extras),
        .. ImportNames(project),
        .. Each("Import-Namespace", project.ImportNamespaces),
        .. Optional("Description-Content-Type", project.Readme?.ContentType),
    ];

    /// <summary>PEP 794: an empty <c>Import-Name</c> says that nothing can be imported.</summary>
    private static IEnumerable<KeyValuePair<string, string>> ImportNames(StaticProject project) =>
        Each("Import-Name", project.ImportNames is { Count: 0 } ? [""] : project.ImportNames ?? []);

    private static IEnumerable<KeyValuePair<string, string>> Optional(string name, string? value) => value is null ? [] : [new(name, value)];

    private static IEnumerable<KeyValuePair<string, string>> Each(string name, IEnumerable<string> values) =>
        values.Select(value => KeyValuePair.Create(name, value));
}
