namespace TrustedPublishing.Nuke.Parameters;

/// <summary>What the text of a parameter must be.</summary>
internal enum ParameterKind
{
    Text,

    /// <summary>Several texts: several arguments, or one with <c>;</c> between them.</summary>
    Texts,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>; on the command line also nothing, which is true.</summary>
    Flag,
}
