namespace TrustedPublishing.Distributions.Metadata;

/// <summary>Which fields of an archive's metadata go into the form of its upload; that depends on the metadata version that it declares.</summary>
/// <param name="Known">Fields that the declared version has, in the order in which they are sent.</param>
/// <param name="Unknown">Fields that a newer version than this library knows may have brought.</param>
/// <param name="TooNew">Fields that are left out, because a later version than the declared one introduced them.</param>
internal sealed record SentFields(IReadOnlyList<MetadataField> Known, IReadOnlyList<MetadataField> Unknown, IReadOnlyList<MetadataField> TooNew)
{
    /// <summary>What the form says itself, or the protocol may use one day: no field of a distribution's metadata can take its place.</summary>
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
