namespace TrustedPublishing.Distributions.Archives;

/// <summary>A member of a tar archive, including the values of its extended headers.</summary>
/// <param name="Name">The path.</param>
/// <param name="Type">The type flag of its header.</param>
/// <param name="Size">The length of its data in the archive.</param>
/// <param name="LinkName">The target of a link.</param>
/// <param name="IsSparse">Whether it is stored as a sparse file, in any of the four formats of GNU tar.</param>
internal sealed record TarMember(string Name, char Type, long Size, string LinkName, bool IsSparse)
{
    /// <summary>Whether it is a file. An unknown type counts as a file when it is skipped, but not here.</summary>
    public bool IsFile => Type is '0' or '\0' or '7' or 'S';

    /// <summary>Whether data follows its header.</summary>
    public bool HasData => IsFile || Type is not ('1' or '2' or '3' or '4' or '5' or '6');

    /// <summary>Whether it is a symbolic or a hard link.</summary>
    public bool IsLink => Type is '1' or '2';

    /// <summary>Whether it is a device or a pipe.</summary>
    public bool IsDevice => Type is '3' or '4' or '6';
}
