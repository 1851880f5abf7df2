namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A required part of a directive is missing, or a part is not allowed; the message says which.</summary>
internal sealed class RstMarkupException(string message, bool breaksOff = false) : FormatException(message)
{
    /// <summary>Whether docutils raises an exception instead of reporting the problem.</summary>
    public bool BreaksOff => breaksOff;
}
