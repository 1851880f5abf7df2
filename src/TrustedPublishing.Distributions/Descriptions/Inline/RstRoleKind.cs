namespace TrustedPublishing.Distributions.Descriptions.Inline;

/// <summary>What a role of interpreted text does.</summary>
internal enum RstRoleKind
{
    /// <summary>Marks the text.</summary>
    Plain,
    Code,
    Math,
    Pep,
    Rfc,

    /// <summary>Passes the text on as it is, which PyPI has switched off.</summary>
    Raw,

    /// <summary>Has a name and nothing else.</summary>
    NotImplemented,
}
