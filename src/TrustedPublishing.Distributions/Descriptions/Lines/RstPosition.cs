namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>The line that was looked at last, by any cursor: where an element stands that has no place of its own.</summary>
internal sealed class RstPosition
{
    /// <summary>Counted from 1; null behind the last line.</summary>
    public int? Line { get; set; }

    /// <summary>Whether the document has been read, so that nothing has a place any more.</summary>
    public bool IsOver { get; set; }
}
