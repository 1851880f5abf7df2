namespace TrustedPublishing.Distributions.Archives;

/// <summary>The archive exceeds one of <see cref="ArchiveLimits"/>; the message says which. Never leaves this folder.</summary>
internal sealed class UnjudgedArchiveException(string reason) : FormatException(reason);
