namespace TrustedPublishing.Nuke;

/// <summary>Which git submodules are checked out with the sources.</summary>
public enum SubmoduleCheckout
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those of the repository.</summary>
    TopLevel,

    /// <summary>Those of the repository, and theirs.</summary>
    Recursive,
}
