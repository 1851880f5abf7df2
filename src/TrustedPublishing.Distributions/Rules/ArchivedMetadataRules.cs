using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// Problems that are visible only in the archive's own metadata. The server reads the form instead and never sees them, but installers read the
/// archive.
/// </summary>
internal static class ArchivedMetadataRules
{
    public static IEnumerable<Finding> Check(CoreMetadata metadata)
    {
        var sent = SentFields.FromMetadata(metadata);
        return [.. Undecodable(metadata), .. TooNew(sent.TooNew, metadata.Get("Metadata-Version")!), .. Unknown(sent.Unknown, metadata.Get("Metadata-Version")!)];
    }

    /// <summary>
    /// Bytes that are not UTF-8 would be displayed as the client decodes them; installers would decode them differently or fail. The field is
    /// therefore treated as one that the server cannot read.
    /// </summary>
    private static IEnumerable<Finding> Undecodable(CoreMetadata metadata) =>
        from header in metadata.Undecodable.Distinct()
        join field in MetadataFields.All on header equals field.Header
        let complaint = MetadataFinding.Unreadable(
            field, $"In the archive's metadata, {field.Header} is not UTF-8. Save pyproject.toml and the files that it refers to, such as the README, as UTF-8 and build again.")
        select new Finding(complaint.Severity, null, complaint.Text, complaint.Remedy);

    /// <summary>
    /// Fields that are left out of the form. <c>License-File</c> is not reported: setuptools wrote it for years before metadata version 2.4 defined
    /// it, and an index shows nothing of it anyway.
    /// </summary>
    private static IEnumerable<Finding> TooNew(IReadOnlyList<MetadataField> fields, string declared) =>
        from field in fields
        where field.Header != "license-file"
        select new Finding(FindingSeverity.Warning, null,
            $"{field.Header} is not sent, because metadata version {field.Since} introduced it and the archive's metadata declares {declared}; PyPI rejects a form that contains it.",
            $"Let the build backend write metadata version {field.Since} or later; until then the index does not show {field.Header}.");

    private static IEnumerable<Finding> Unknown(IReadOnlyList<MetadataField> fields, string declared) => fields.Count == 0 ? [] :
    [
        new(FindingSeverity.Warning, null,
            $"Metadata version {declared} is newer than {MetadataFields.Versions[^1]}, the newest that was known when this library was made; fields that it may have introduced are sent without being checked: {string.Join(", ", fields.Select(field => field.Header))}.",
            "No change is needed if the index knows them; a newer version of this library can check them."),
    ];
}
