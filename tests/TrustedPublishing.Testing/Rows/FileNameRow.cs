namespace TrustedPublishing.Testing.Rows;

/// <summary>A file name and PyPI's verdict on it.</summary>
/// <param name="FileType"><c>sdist</c> or <c>bdist_wheel</c>.</param>
/// <param name="Project">The form's name.</param>
/// <param name="Version">The form's version.</param>
/// <param name="FileName">The name of the file part.</param>
/// <param name="Refusal">The text of PyPI's response (status 400); null if it accepts the name.</param>
/// <param name="BeforeReading">Whether the server rejects it before it reads the file.</param>
public sealed record FileNameRow(string FileType, string Project, string Version, string FileName, string? Refusal, bool BeforeReading = false)
{
    /// <summary>PyPI's response if the archive rules, which come first, already reject the name; otherwise null.</summary>
    public string? ArchiveRefusal { get; init; }

    /// <summary>PyPI responds with status 500 and no text; the message is the preflight's.</summary>
    public bool ServerFails => Refusal?.StartsWith("PyPI's server fails", StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    public override string ToString() => $"{FileType} {Project} {Version}: {FileName.Replace('\0', '0')}";
}
