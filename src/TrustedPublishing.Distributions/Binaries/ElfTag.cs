namespace TrustedPublishing.Distributions.Binaries;

/// <summary>The dynamic section entries that are read.</summary>
internal enum ElfTag : ulong
{
    Needed = 1,
    Hash = 4,
    StringTable = 5,
    SymbolTable = 6,
    SoName = 14,
    GnuHash = 0x6FFFFEF5,
    SymbolVersions = 0x6FFFFFF0,
    NeededVersions = 0x6FFFFFFE,
    NeededVersionCount = 0x6FFFFFFF,
}
