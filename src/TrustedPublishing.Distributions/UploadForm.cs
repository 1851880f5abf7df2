using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions;

/// <summary>
/// The text fields of an upload, in the order in which they are sent. The client creates the form from a distribution, an index from a request;
/// both check it with the same rules.
/// </summary>
public sealed class UploadForm(IReadOnlyList<FormField> fields)
{
    /// <summary>The fields.</summary>
    public IReadOnlyList<FormField> Fields { get; } = fields;

    /// <summary>
    /// The form for a distribution: action, protocol version, file type, Python version, digest, and one field per value of its metadata,
    /// named as in the legacy upload API (<see href="https://docs.pypi.org/api/upload/"/>). It omits fields that no metadata version defines,
    /// fields introduced in a later version than the declared one (PyPI rejects a form with them), empty fields, and
    /// <c>UNKNOWN</c>, which PyPI ignores. If the declared version is 2.x and newer than this library supports, it may have introduced any field,
    /// so all fields are sent. MD5 and BLAKE2b-256 follow for an index that may need them.
    /// </summary>
    public static UploadForm From(Distribution distribution) => new([.. FromMetadata(distribution.FileName, distribution.Metadata, distribution.Sha256).Fields, .. FurtherDigests(distribution)]);

    /// <summary>Like the other overload, with the distribution's attestations (PEP 740), each as JSON; no field if there are none.</summary>
    public static UploadForm From(Distribution distribution, IReadOnlyList<string> attestations) => attestations.Count == 0 ? From(distribution)
        : new([.. From(distribution).Fields, new("attestations", $"[{string.Join(',', attestations)}]")]);

    /// <summary>The first value of a field, or null.</summary>
    public string? First(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>All values of a field.</summary>
    public IEnumerable<string> All(string name) => Fields.Where(field => field.Name == name).Select(field => field.Value);

    /// <summary>Whether PyPI reads the field with that name.</summary>
    internal static bool Knows(string name) => name is "protocol_version" or "filetype" or "pyversion" or "comment" or "md5_digest" or "sha256_digest" or "blake2_256_digest" or "attestations"
        || MetadataFields.All.Any(field => field.Form == name);

    /// <summary>The form without its digest, which may be added later.</summary>
    internal static UploadForm FromMetadata(DistributionFileName fileName, CoreMetadata metadata, string? sha256) => new([.. Control(fileName, sha256), .. Metadata(metadata)]);

    private static IEnumerable<FormField> Control(DistributionFileName fileName, string? sha256)
    {
        var wheel = fileName.Kind == DistributionKind.Wheel;
        yield return new(":action", "file_upload");
        yield return new("protocol_version", "1");
        yield return new("filetype", wheel ? "bdist_wheel" : "sdist");
        yield return new("pyversion", wheel ? string.Join('.', fileName.PythonTags) : "source");
        if (sha256 is not null)
        {
            yield return new("sha256_digest", sha256);
        }
    }

    private static IEnumerable<FormField> FurtherDigests(Distribution distribution)
    {
        if (distribution.Md5 is { } md5)
        {
            yield return new("md5_digest", md5);
        }

        if (distribution.Blake2 is { } blake2)
        {
            yield return new("blake2_256_digest", blake2);
        }
    }

    private static IEnumerable<FormField> Metadata(CoreMetadata metadata)
    {
        var sent = SentFields.FromMetadata(metadata);
        var all = metadata.Fields.ToLookup(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var field in sent.Known.Concat(sent.Unknown))
        {
            string[] values = [.. all[field.Header].Where(value => PythonText.Strip(value) != "UNKNOWN")];
            foreach (var value in values is [""] ? [] : values)
            {
                yield return new(field.Form, value);
            }
        }
    }
}
