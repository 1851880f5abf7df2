namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>What begins in a text.</summary>
internal enum RstStart
{
    Emphasis,
    Strong,
    Literal,
    Target,
    Substitution,

    /// <summary>Interpreted text or a reference of several words.</summary>
    Interpreted,
    Reference,
    AnonymousReference,
    Footnote,
    Citation,
}
