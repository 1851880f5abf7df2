namespace TrustedPublishing;

/// <summary>
/// The text fields of an upload, in the order in which they are sent. The client makes it from a distribution, an index from a request;
/// both judge it by the same rules.
/// </summary>
public sealed class UploadForm(IReadOnlyList<FormField> fields)
{
    /// <summary>The fields.</summary>
    public IReadOnlyList<FormField> Fields { get; } = fields;

    /// <summary>The first value of a field, or null.</summary>
    public string? First(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>All values of a field.</summary>
    public IEnumerable<string> All(string name) => Fields.Where(field => field.Name == name).Select(field => field.Value);
}
