namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>What a directive's content is.</summary>
internal enum RstContent
{
    /// <summary>It may have none.</summary>
    None,

    /// <summary>Any text, which it must have.</summary>
    Text,

    /// <summary>Blocks, which it must have.</summary>
    Body,

    /// <summary>Blocks or nothing.</summary>
    OptionalBody,

    /// <summary>Inline markup.</summary>
    Inline,

    /// <summary>It declares a role.</summary>
    Role,

    /// <summary>It only makes sense in a substitution definition.</summary>
    Substitution,

    /// <summary>PyPI has switched it off.</summary>
    Disabled,

    /// <summary>It is accepted unseen.</summary>
    NotJudged,
}
