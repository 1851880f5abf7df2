namespace TrustedPublishing.Testing.Archives;

/// <summary>A distribution and PyPI's verdict on it: a row of a table, for preflight and for the index alike.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="FileName">The name it is uploaded under.</param>
/// <param name="Content">Makes the file.</param>
/// <param name="Refusal">The text of PyPI's answer (status 400); null when it accepts the file.</param>
public sealed record ArchiveCase(string Name, string FileName, Func<byte[]> Content, string? Refusal = null)
{
    /// <summary>What the form has besides, and in place of, the usual fields; for example licence files.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Part of a warning that preflight gives although PyPI accepts the file; null for none.</summary>
    public string? Warning { get; init; }

    /// <summary>
    /// PyPI does not answer with a text here: Python cannot read the archive in a way that the server does not expect, and it answers with
    /// status 500. The refusal is ours.
    /// </summary>
    public bool ServerFails => Refusal?.StartsWith("PyPI's server fails", StringComparison.Ordinal) == true;

    /// <summary>The form's fields about the file; digests and control fields are the sender's business.</summary>
    public IReadOnlyList<(string Name, string Value)> Form()
    {
        var wheel = FileName.EndsWith(".whl", StringComparison.Ordinal);
        (string Name, string Value)[] fields =
        [
            ("filetype", wheel ? "bdist_wheel" : "sdist"),
            ("pyversion", wheel ? "py3" : "source"),
            ("metadata_version", "2.4"),
            ("name", "greeter"),
            ("version", "1.0"),
        ];
        return [.. fields.Where(field => Fields.All(other => other.Name != field.Name)), .. Fields];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
