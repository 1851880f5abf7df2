namespace TrustedPublishing.Testing.Rows;

/// <summary>A file name and PyPI's verdict on it.</summary>
/// <param name="FileType"><c>sdist</c> or <c>bdist_wheel</c>.</param>
/// <param name="Project">The form's name.</param>
/// <param name="Version">The form's version.</param>
/// <param name="FileName">The name of the file part.</param>
/// <param name="Refusal">The text of PyPI's answer (status 400); null when it accepts the name.</param>
/// <param name="BeforeReading">Whether the server refuses it before it reads the file.</param>
public sealed record FileNameRow(string FileType, string Project, string Version, string FileName, string? Refusal, bool BeforeReading = false)
{
    /// <summary>What PyPI answers when the rules for archives, which come before, already stumble over the name; null when they do not.</summary>
    public string? ArchiveRefusal { get; init; }

    /// <summary>PyPI answers with status 500 and no text; the refusal is preflight's.</summary>
    public bool ServerFails => Refusal?.StartsWith("PyPI's server fails", StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    public override string ToString() => $"{FileType} {Project} {Version}: {FileName.Replace('\0', '0')}";
}
