namespace TrustedPublishing.Distributions;

/// <summary>A problem found in a distribution before it is sent: the index would reject the file, or accept it although it should be fixed.</summary>
/// <param name="Severity">Whether the index would reject the file.</param>
/// <param name="FileName">The file it was found in; null if it concerns the set of files.</param>
/// <param name="Text">The problem; for an error, exactly the text of PyPI's response, without its status.</param>
/// <param name="Remedy">What to change.</param>
public sealed record Finding(FindingSeverity Severity, string? FileName, string Text, string Remedy)
{
    /// <summary>
    /// Whether PyPI's server fails instead of rejecting the file: it responds with status 500 and no text, and <see cref="Text"/> is this
    /// library's. Default: false.
    /// </summary>
    public bool ServerFails { get; init; }

    /// <summary>Whether it is a policy of PyPI that other indexes may not share.</summary>
    internal bool IsPolicy { get; init; }
}
