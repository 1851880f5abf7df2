namespace TrustedPublishing.Distributions.Metadata;

/// <summary>The metadata fields that go into the upload form, depending on the declared metadata version.</summary>
/// <param name="Known">Fields that exist in the declared version, in the order in which they are sent.</param>
/// <param name="Unknown">Fields that may have been introduced by a version that is newer than this library supports.</param>
/// <param name="TooNew">Fields that are left out because they were introduced after the declared version.</param>
internal sealed record SentFields(IReadOnlyList<MetadataField> Known, IReadOnlyList<MetadataField> Unknown, IReadOnlyList<MetadataField> TooNew)
{
    /// <summary>Names of the form's own fields and names that the protocol may use in the future: metadata fields must not replace them.</summary>
    private static readonly string[] NotMetadata =
        ["filetype", "pyversion", "protocol_version", "comment", "content", "gpg_signature", "attestations", "md5_digest", "sha256_digest", "blake2_256_digest"];

    public static SentFields FromMetadata(CoreMetadata metadata)
    {
        var declared = metadata.Get("Metadata-Version");
        var age = MetadataFields.AgeOf(declared);
        var byAge = MetadataFields.All.ToLookup(field => age < 0 || MetadataFields.AgeOf(field.Since) <= age);
        var present = metadata.Fields.Select(field => field.Key.ToLowerInvariant()).ToHashSet();
        return new(
            [.. byAge[true]],
            MetadataFields.IsNewerMinor(declared) ? [.. present.Where(MayBeNew).Order(StringComparer.Ordinal).Select(MetadataFields.Unknown)] : [],
            [.. byAge[false].Where(field => present.Contains(field.Header))]);
    }

    private static bool MayBeNew(string header) =>
        header.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && MetadataFields.Unknown(header).Form is var form && !NotMetadata.Contains(form)
        && !MetadataFields.All.Any(field => field.Header == header || field.Form == form);
}
