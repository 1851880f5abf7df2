namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A directive does not have what it must have, or has what it may not; the message says which.</summary>
internal sealed class RstMarkupException(string message) : FormatException(message);
