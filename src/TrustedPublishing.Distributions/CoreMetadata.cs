using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions;

/// <summary>
/// The core metadata of a distribution, as found in METADATA or PKG-INFO: the header fields in their order, and the description
/// (<see href="https://packaging.python.org/specifications/core-metadata"/>). Unknown fields are kept.
/// </summary>
public sealed class CoreMetadata
{
    /// <summary>The maximum length of METADATA, in bytes (64 MiB). PyPI has no such limit, and no published project comes near it.</summary>
    public const int MaximumLength = 64 * 1024 * 1024;

    private readonly IReadOnlyList<KeyValuePair<string, string>> fields;

    internal CoreMetadata(IReadOnlyList<KeyValuePair<string, string>> fields, IReadOnlyList<string>? undecodable = null) =>
        (this.fields, Undecodable) = (fields, undecodable ?? []);

    /// <summary>All fields in their order, with their names as spelled; the body appears as <c>Description</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>The names of fields that are not valid UTF-8, in lower case; their values are read as Latin-1.</summary>
    public IReadOnlyList<string> Undecodable { get; }

    /// <summary>The project's name, or empty.</summary>
    public string Name => Get("Name") ?? "";

    /// <summary>The version as it is spelled, or empty.</summary>
    public string Version => Get("Version") ?? "";

    /// <summary>
    /// Parses METADATA or PKG-INFO as packaging's <c>parse_email</c> does: folded header lines, a blank line, the description.
    /// Any input can be parsed; <see cref="UploadRules"/> checks it. Folded values keep their line breaks, except that
    /// <c>Description</c> and <c>License</c> lose the indentation that the specification prescribes for their continuation lines.
    /// </summary>
    /// <exception cref="FormatException">It is longer than <see cref="MaximumLength"/>.</exception>
    public static CoreMetadata Parse(ReadOnlySpan<byte> content) =>
        content.Length <= MaximumLength ? new MetadataReader().Read(content) : throw TooLong();

    /// <summary>Parses METADATA or PKG-INFO from a stream, up to <see cref="MaximumLength"/>. The stream is left open.</summary>
    /// <exception cref="FormatException">It is longer than <see cref="MaximumLength"/>.</exception>
    public static CoreMetadata Parse(Stream content)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int count;
        while ((count = content.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > MaximumLength)
            {
                throw TooLong();
            }
        }

        return Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>
    /// The bytes of METADATA in a wheel, as an index serves them alongside the wheel (PEP 658). The stream must be seekable; it is left open. Memory
    /// use is bounded, whatever the archive claims.
    /// </summary>
    /// <exception cref="FormatException">It is missing or longer than <see cref="MaximumLength"/>, or the archive cannot be read.</exception>
    public static byte[] BytesInWheel(DistributionFileName name, Stream content) => ArchivedMetadata.InWheel(name, content);

    /// <summary>The first value of a field, or null. Names are case-insensitive.</summary>
    public string? Get(string name) => fields.FirstOrDefault(field => Is(field, name)).Value;

    /// <summary>All values of a field that may be repeated.</summary>
    public IEnumerable<string> GetAll(string name) => fields.Where(field => Is(field, name)).Select(field => field.Value);

    private static bool Is(KeyValuePair<string, string> field, string name) => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static FormatException TooLong() =>
        new($"The metadata is longer than {MaximumLength / 1024 / 1024} MiB. Shorten the description; it is meant for a README, not for a data set.");
}
