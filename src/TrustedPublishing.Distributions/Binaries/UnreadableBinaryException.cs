namespace TrustedPublishing.Distributions.Binaries;

/// <summary>A file begins like a binary, but is damaged, or beyond what is read.</summary>
internal sealed class UnreadableBinaryException(string message, Exception? innerException = null) : FormatException(message, innerException);
