namespace TrustedPublishing.Distributions.Archives;

/// <summary>PyPI rejects the archive; the message is the reason without the prefix of PyPI's response. Never leaves this folder.</summary>
/// <param name="reason">The text, for example <c>File is not a zipfile</c>.</param>
/// <param name="remedy">What to change; null for the general advice of <see cref="ArchiveFindings"/>.</param>
internal class UnacceptableArchiveException(string reason, string? remedy = null) : FormatException(reason)
{
    public string? Remedy { get; } = remedy;
}

/// <summary>PyPI does not reject the archive: its server fails on it with status 500. The message says why.</summary>
internal sealed class FatalArchiveException(string reason, string? remedy = null) : UnacceptableArchiveException(reason, remedy);

/// <summary>The archive exceeds one of <see cref="ArchiveLimits"/>; the message says which. Never leaves this folder.</summary>
internal sealed class UnjudgedArchiveException(string reason) : FormatException(reason);
