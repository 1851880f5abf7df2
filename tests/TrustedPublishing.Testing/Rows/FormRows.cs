namespace TrustedPublishing.Testing.Rows;

/// <summary>Forms whose verdict depends on their control fields or on single metadata fields.</summary>
public static class FormRows
{
    private const string See = "See https://packaging.python.org/specifications/core-metadata for more information.";

    private const string LocalVersions =
        "See https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers for more information.";

    private const string NameRule = "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'.";

    /// <summary>All rows, including those for metadata.</summary>
    public static IReadOnlyList<FormRow> All { get; } = [.. Control, .. Identity, .. MetadataRows.All];

    private static FormRow[] Control =>
    [
        FormRow.Of("the usual form", null),
        FormRow.Of("protocol version 1", null, ("protocol_version", "1")),
        FormRow.Of("protocol version 2", "Unknown protocol version.", ("protocol_version", "2")),
        FormRow.Of("protocol version 1 after another", null, ("protocol_version", "2"), ("protocol_version", "1")),
        FormRow.Of("no file type", "Invalid value for filetype. Error: This field is required.", ("filetype", null)),
        FormRow.Of("unknown file type", "Invalid value for filetype. Error: Use a known file type.", ("filetype", "bdist_wat")),
        FormRow.Of("retired file type", "Invalid value for filetype. Error: Use a known file type.", ("filetype", "bdist_dumb")),
        FormRow.Of("wheel without Python version", "Invalid value for pyversion. Error: Python version is required for binary distribution uploads.", ("filetype", "bdist_wheel")),
        FormRow.Of("sdist with Python version", "Invalid value for pyversion. Error: Use 'source' as Python version for an sdist.", ("pyversion", "1.0")),
        FormRow.Of("sdist with Python version source", null, ("pyversion", "source")),
        FormRow.Of("no digest", "Error: Include at least one message digest.", ("sha256_digest", null)),
        FormRow.Of("malformed SHA-256", "Invalid value for sha256_digest. Error: Use a valid, hex-encoded, SHA256 message digest.", ("sha256_digest", "bad")),
        FormRow.Of("malformed BLAKE2", "Invalid value for blake2_256_digest. Error: Use a valid, hex-encoded, BLAKE2 message digest.", ("blake2_256_digest", "bad")),
        FormRow.Of("upper-case SHA-256", null, ("sha256_digest", new string('A', 64))),
        FormRow.Of("unknown fields", null, ("project-url", "nonsense"), ("foo", "bar")),
    ];

    private static FormRow[] Identity =>
    [
        FormRow.Of("no metadata version", $"None is not a valid metadata version. {See}", ("metadata_version", null)),
        FormRow.Of("metadata version -1", $"'-1' is not a valid metadata version. {See}", ("metadata_version", "-1")),
        FormRow.Of("metadata version 2.0", $"'2.0' is not a valid metadata version. {See}", ("metadata_version", "2.0")),
        FormRow.Of("metadata version 2.6", $"'2.6' is not a valid metadata version. {See}", ("metadata_version", "2.6")),
        FormRow.Of("no name", $"'' is an invalid value for Name. Error: This field is required. {See}", ("name", null)),
        FormRow.Of("name foo-", $"'foo-' is an invalid value for Name. Error: {NameRule} {See}", ("name", "foo-")),
        FormRow.Of("name of 60", $"'{new string('a', 59)}-' is an invalid value for Name. Error: {NameRule} {See}", ("name", $"{new string('a', 59)}-")),
        FormRow.Of("long name", $"'{new string('a', 30)}...{new string('a', 29)}-' is an invalid value for Name. Error: {NameRule} {See}", ("name", $"{new string('a', 80)}-")),
        FormRow.Of("name before file type", $"'' is an invalid value for Name. Error: This field is required. {See}", ("name", ""), ("filetype", null)),
        FormRow.Of("empty version", $"'version' is a required field. {See}", ("version", "")),
        FormRow.Of("version dog", $"'dog' is invalid for 'version'. {See}", ("version", "dog")),
        FormRow.Of("version 1.0.dev.a1", $"'1.0.dev.a1' is invalid for 'version'. {See}", ("version", "1.0.dev.a1")),
        FormRow.Of("local version", $"The use of local versions in '1.0+local' is not allowed. {LocalVersions}", ("version", "1.0+local")),
        FormRow.Of("metadata version before version", $"'9' is not a valid metadata version. {See}", ("metadata_version", "9"), ("version", "dog")),
        FormRow.Of("version before summary", $"'dog' is invalid for 'version'. {See}", ("version", "dog"), ("summary", "A\nB")),
        FormRow.Of("specification before PyPI's own rules", $"'summary' must be a single line. {See}", ("version", "1.0+local"), ("summary", "A\nB")),
        FormRow.Of("version that is no normal form", null, ("version", "v1.0-1")),
    ];
}
