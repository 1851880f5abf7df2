namespace TrustedPublishing.Testing.Archives;

/// <summary>A distribution and PyPI's verdict on it: a row of a table, for the preflight and the embedded index alike.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="FileName">The name under which it is uploaded.</param>
/// <param name="Content">Creates the file.</param>
/// <param name="Refusal">The text of PyPI's response (status 400); null if it accepts the file.</param>
public sealed record ArchiveCase(string Name, string FileName, Func<byte[]> Content, string? Refusal = null)
{
    /// <summary>Fields of the form in addition to, or instead of, the usual ones; for example licence files.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Part of a warning that the preflight gives although PyPI accepts the file; null for none.</summary>
    public string? Warning { get; init; }

    /// <summary>
    /// PyPI does not respond with a message here: Python cannot read the archive in a way that the server does not expect, and it responds with
    /// status 500. The message is ours.
    /// </summary>
    public bool ServerFails => Refusal?.StartsWith("PyPI's server fails", StringComparison.Ordinal) == true;

    /// <summary>The form's fields about the file; the sender adds digests and control fields.</summary>
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
