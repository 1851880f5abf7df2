namespace TrustedPublishing.Nuke;

/// <summary>Which git submodules are checked out with the sources.</summary>
public enum SubmoduleCheckout
{
    /// <summary>None.</summary>
    None,

    /// <summary>The repository's submodules.</summary>
    TopLevel,

    /// <summary>The repository's submodules, recursively.</summary>
    Recursive,
}
