namespace TrustedPublishing.Distributions.Binaries;

/// <summary>A file starts like a binary, but is damaged or exceeds a limit.</summary>
internal sealed class UnreadableBinaryException(string message, Exception? innerException = null) : FormatException(message, innerException);
