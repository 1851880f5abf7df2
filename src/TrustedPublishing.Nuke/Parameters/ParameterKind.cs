namespace TrustedPublishing.Nuke.Parameters;

/// <summary>The type of a parameter's value.</summary>
internal enum ParameterKind
{
    Text,

    /// <summary>Several texts: several arguments, or one argument with <c>;</c> as separator.</summary>
    Texts,

    /// <summary>An integer.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>; on the command line also nothing, which means true.</summary>
    Flag,
}
