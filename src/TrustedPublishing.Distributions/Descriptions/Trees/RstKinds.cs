using static TrustedPublishing.Distributions.Descriptions.Trees.RstKind;

namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Properties of kinds of elements.</summary>
internal static class RstKinds
{
    /// <summary>May precede a document's title and its bibliographic fields.</summary>
    public static bool IsPreBibliographic(RstKind kind) => IsInvisible(kind) || kind is Title or Subtitle or Meta or Decoration or SystemMessage;

    public static bool IsInvisible(RstKind kind) => kind is Comment or SubstitutionDefinition or Target or Pending;

    /// <summary>References and their destinations have names of their own, which a target before them cannot take over.</summary>
    public static bool IsTargetable(RstKind kind) => kind is Reference or FootnoteReference or CitationReference or Target or Footnote or Citation;

    public static bool IsInline(RstKind kind) => kind >= Text || kind is Image or Target;

    /// <summary>Its children are text and inline elements.</summary>
    public static bool HoldsText(RstKind kind) => kind > Text
        || kind is Title or Subtitle or Rubric or Paragraph or Attribution or Term or FieldName or Line or LiteralBlock or MathBlock or DoctestBlock
            or Caption or Label or Comment or Target or SubstitutionDefinition or DocInfoItem;

    /// <summary>Its text is taken literally.</summary>
    public static bool IsFixedText(RstKind kind) => kind is LiteralBlock or MathBlock or DoctestBlock or Comment;

    /// <summary>Can contain messages about something inside it.</summary>
    public static bool HoldsBody(RstKind kind) => kind is Document or Section or Topic or Sidebar or Header or Footer or Compound or Container or BlockQuote
        or Admonition or ListItem or Definition or FieldBody or Description or Footnote or Citation or Legend or Entry or SystemMessage;

    /// <summary>Must not contain a topic, sidebar or table of contents.</summary>
    public static bool IsBodyOrPart(RstKind kind) => kind is not (Document or Section or Sidebar or Loose);

    /// <summary>Is ignored when checking whether a transition is at the start or end of a document or section.</summary>
    public static bool IsIgnoredByTransitions(RstKind kind) => kind is Decoration or Meta or Pending or SubstitutionDefinition or Subtitle or Target or Title;
}
