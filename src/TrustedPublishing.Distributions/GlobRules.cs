namespace TrustedPublishing.Distributions;

/// <summary>What a <see cref="Glob"/> supports beyond <c>*</c>, <c>?</c> and <c>**</c>.</summary>
[Flags]
internal enum GlobRules
{
    /// <summary>Only <c>*</c>, <c>?</c> and <c>**</c>.</summary>
    None = 0,

    /// <summary>Supports the character sets <c>[a-z]</c> and <c>[!a-z]</c>.</summary>
    Sets = 1,

    /// <summary>Wildcards do not match names that start with a dot (Python's <c>glob</c>).</summary>
    SkipsHidden = 2,

    /// <summary>Case is ignored.</summary>
    IgnoresCase = 4,

    /// <summary><c>*</c> and <c>?</c> match <c>/</c> too (Python's <c>fnmatch</c>).</summary>
    CrossesFolders = 8,

    /// <summary><c>**</c> is one folder, like <c>*</c> (Python's <c>glob</c> without <c>recursive</c>).</summary>
    SingleFolder = 16,
}
