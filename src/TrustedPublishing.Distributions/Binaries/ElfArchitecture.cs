namespace TrustedPublishing.Distributions.Binaries;

/// <summary>The machines of ELF files, as spelled in platform tags.</summary>
internal static class ElfArchitecture
{
    private const uint SoftFloat = 0x200;

    /// <summary>
    /// Null for a machine without a tag, for 32-bit programs of a 64-bit machine (x32), and for ARM without hardware floating point.
    /// </summary>
    public static string? TagOf(ushort machine, bool is64, bool isBigEndian, uint flags) => (machine, is64, isBigEndian) switch
    {
        (3, false, false) => "i686",
        (62, true, false) => "x86_64",
        (183, true, false) => "aarch64",
        (40, false, false) when (flags & SoftFloat) == 0 => "armv7l",
        (21, true, false) => "ppc64le",
        (21, true, true) => "ppc64",
        (22, true, true) => "s390x",
        (243, true, false) => "riscv64",
        (258, true, false) => "loongarch64",
        _ => null,
    };
}
