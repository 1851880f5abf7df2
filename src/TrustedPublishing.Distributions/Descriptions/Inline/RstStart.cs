namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>Constructs that start within a text.</summary>
internal enum RstStart
{
    Emphasis,
    Strong,
    Literal,
    Target,
    Substitution,

    /// <summary>Interpreted text or a phrase reference.</summary>
    Interpreted,
    Reference,
    AnonymousReference,
    Footnote,
    Citation,
}
