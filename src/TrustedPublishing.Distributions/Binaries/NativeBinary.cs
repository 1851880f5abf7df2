namespace TrustedPublishing.Distributions.Binaries;

/// <summary>What a native binary reveals about the systems that can run it.</summary>
internal abstract record NativeBinary;

/// <summary>A program or library for Linux or another Unix (ELF).</summary>
internal sealed record ElfBinary : NativeBinary
{
    /// <summary>The architecture as spelled in platform tags; null if it has no tag.</summary>
    public required string? Architecture { get; init; }

    /// <summary>The byte <c>EI_OSABI</c>: 0 and 3 mean Linux.</summary>
    public required byte OsAbi { get; init; }

    /// <summary>The program interpreter (<c>PT_INTERP</c>); null for libraries and static programs.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The library's own name (<c>DT_SONAME</c>).</summary>
    public string? SoName { get; init; }

    /// <summary>The libraries that the loader needs (<c>DT_NEEDED</c>), in file order.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>The symbol versions that the loader needs (<c>.gnu.version_r</c>), in file order.</summary>
    public IReadOnlyList<ElfVersionNeed> Versions { get; init; } = [];
}

/// <summary>A symbol version that an ELF file needs.</summary>
/// <param name="Library">The library that must define it, for example <c>libc.so.6</c>.</param>
/// <param name="Version">The version, for example <c>GLIBC_2.34</c>.</param>
/// <param name="Symbol">A symbol of that version; null if none was found.</param>
internal sealed record ElfVersionNeed(string Library, string Version, string? Symbol)
{
    public override string ToString() => Symbol is null ? Version : $"{Symbol}@{Version}";
}

/// <summary>A program or library for an Apple operating system (Mach-O).</summary>
/// <param name="Slices">One for each architecture.</param>
internal sealed record MachOBinary(IReadOnlyList<MachOSlice> Slices) : NativeBinary;

/// <summary>The part of a Mach-O file for one architecture.</summary>
/// <param name="Architecture">As spelled in platform tags; null if it has no tag.</param>
/// <param name="IsMacOS">False for iOS and other systems.</param>
/// <param name="Minimum">The oldest macOS that runs it; null if the file does not say.</param>
/// <param name="IsSigned">Whether it has <c>LC_CODE_SIGNATURE</c>. Macs with an arm64 processor run only signed code.</param>
internal sealed record MachOSlice(string? Architecture, bool IsMacOS, Version? Minimum, bool IsSigned);

/// <summary>A program or library for Windows, or a managed assembly (PE).</summary>
/// <param name="Machine">The machine of the COFF header; in assemblies with native code it is combined with the operating system.</param>
/// <param name="IsManaged">Whether it has a CLR header.</param>
/// <param name="IsILOnly">Whether it is managed without any native code and therefore runs everywhere.</param>
internal sealed record PeBinary(ushort Machine, bool IsManaged, bool IsILOnly) : NativeBinary;
