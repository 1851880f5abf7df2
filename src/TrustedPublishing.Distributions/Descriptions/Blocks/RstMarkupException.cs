namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A directive does not have what it must have, or has what it may not; the message says which.</summary>
internal sealed class RstMarkupException(string message, bool breaksOff = false) : FormatException(message)
{
    /// <summary>Whether docutils does not report it but breaks off.</summary>
    public bool BreaksOff => breaksOff;
}
