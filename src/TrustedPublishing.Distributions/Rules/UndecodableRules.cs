using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// Metadata that is not UTF-8. The server never looks into the archive's own copy and would show what the client made of the bytes;
/// installers, which read that copy, would see something else or fail. So the field is judged as one that the server cannot read.
/// </summary>
internal static class UndecodableRules
{
    public static IEnumerable<Finding> Of(CoreMetadata metadata) =>
        from header in metadata.Undecodable.Distinct()
        join field in MetadataFields.All on header equals field.Header
        let complaint = MetadataFinding.Unreadable(
            field, $"In the archive's metadata, {field.Header} is not UTF-8. Save pyproject.toml and the files it reads, such as the README, as UTF-8 and build again.")
        select new Finding(complaint.Severity, null, complaint.Text, complaint.Remedy);
}
