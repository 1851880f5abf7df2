using TrustedPublishing.Nuke.Rehearsing;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>What a repository publishes to PyPI.</summary>
internal enum ProjectKind
{
    /// <summary>A pure Python package.</summary>
    Python,

    /// <summary>A .NET console program as a command.</summary>
    Tool,

    /// <summary>A Python package with a native library.</summary>
    Native,
}
