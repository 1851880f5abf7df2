namespace TrustedPublishing.Distributions.Descriptions.Blocks;

/// <summary>A table is malformed.</summary>
internal sealed class RstTableException(string message, int offset = 0) : FormatException(message)
{
    /// <summary>The number of lines of the table before the malformed one.</summary>
    public int Offset => offset;
}
