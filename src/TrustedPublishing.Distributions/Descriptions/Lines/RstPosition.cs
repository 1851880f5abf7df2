namespace TrustedPublishing.Distributions.Descriptions.Lines;

/// <summary>The last line visited by any cursor: the position of an element that has none of its own.</summary>
internal sealed class RstPosition
{
    /// <summary>The line number, starting at 1; null after the last line.</summary>
    public int? Line { get; set; }

    /// <summary>Whether parsing has finished, so that new elements have no position.</summary>
    public bool IsOver { get; set; }
}
