namespace TrustedPublishing.Distributions;

/// <summary>Something that the index would refuse, or would accept with regret, found in a distribution before it is sent.</summary>
/// <param name="Severity">Whether the index refuses it.</param>
/// <param name="FileName">The file it was found in; null when it concerns the set of files.</param>
/// <param name="Text">What is wrong; for an error, the very text that PyPI answers with, without its status.</param>
/// <param name="Remedy">What to change.</param>
public sealed record Finding(FindingSeverity Severity, string? FileName, string Text, string Remedy)
{
    /// <summary>
    /// Whether PyPI's server does not refuse it but fails at it: it answers with status 500 and no text, and <see cref="Text"/> is this
    /// library's. Default: false.
    /// </summary>
    public bool ServerFails { get; init; }

    /// <summary>Whether it is a policy of PyPI's, which other indexes need not have.</summary>
    internal bool IsPolicy { get; init; }
}
