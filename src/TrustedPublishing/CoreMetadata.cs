namespace TrustedPublishing;

/// <summary>
/// The core metadata of a distribution as it stands in METADATA or PKG-INFO: header fields in their order, and the description
/// (<see href="https://packaging.python.org/specifications/core-metadata"/>). Unknown fields are kept.
/// </summary>
public sealed class CoreMetadata
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> fields;

    internal CoreMetadata(IReadOnlyList<KeyValuePair<string, string>> fields) => this.fields = fields;

    /// <summary>All fields in their order, with the names as they are spelled; the body appears as <c>Description</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>The first value of a field, or null. Names are compared without case.</summary>
    public string? Get(string name) => fields.FirstOrDefault(field => Is(field, name)).Value;

    /// <summary>All values of a field that may be repeated.</summary>
    public IEnumerable<string> GetAll(string name) => fields.Where(field => Is(field, name)).Select(field => field.Value);

    /// <summary>The project's name, or empty.</summary>
    public string Name => Get("Name") ?? "";

    /// <summary>The version as it is spelled, or empty.</summary>
    public string Version => Get("Version") ?? "";

    private static bool Is(KeyValuePair<string, string> field, string name) => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
