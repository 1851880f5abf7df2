namespace TrustedPublishing.Testing.Rows;

/// <summary>A form and PyPI's verdict on it: a row of a table, for the preflight and the embedded index alike.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Fields">The text fields, complete except for <c>:action</c>; the digest does not belong to any file.</param>
/// <param name="Refusal">The text of PyPI's response (status 400); null if the form is accepted.</param>
public sealed record FormRow(string Name, IReadOnlyList<(string Name, string Value)> Fields, string? Refusal)
{
    private static readonly (string Name, string Value)[] Usual =
    [
        ("metadata_version", "1.2"), ("name", "example"), ("version", "1.0"), ("filetype", "sdist"), ("sha256_digest", new string('a', 64)),
    ];

    /// <summary>The usual form with some fields replaced or added; a field with a null value is omitted.</summary>
    public static FormRow Of(string name, string? refusal, params (string Name, string? Value)[] changes) => new(name,
        [.. Usual.Where(field => changes.All(change => change.Name != field.Name)), .. changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!))],
        refusal);

    /// <summary>PyPI responds with status 500 and no text; the message is the preflight's.</summary>
    public bool ServerFails => Refusal?.StartsWith("PyPI's server fails", StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
