namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>The effect of a role of interpreted text.</summary>
internal enum RstRoleKind
{
    /// <summary>Marks the text.</summary>
    Plain,
    Code,
    Math,
    Pep,
    Rfc,

    /// <summary>Passes the text through unchanged, which PyPI has disabled.</summary>
    Raw,

    /// <summary>Exists in docutils but is not implemented.</summary>
    NotImplemented,
}
