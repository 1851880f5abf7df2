using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Names of form fields.</summary>
internal static class FieldNames
{
    public static IReadOnlyList<string> All { get; } =
        [.. MetadataFields.All.Select(field => field.Form), "filetype", "pyversion", "protocol_version", "sha256_digest", "md5_digest", "blake2_256_digest", "nonsense"];
}
