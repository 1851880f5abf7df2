using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Distributions.Tests.Binaries;

/// <summary>Binaries that do not run on all systems of the next best tag.</summary>
public sealed class FalseTags
{
    private const uint X64Haswell = 8, Arm64E = 2;

    [Theory]
    [InlineData("/nix/store/0000-glibc-2.40/lib/ld-linux-x86-64.so.2")]
    [InlineData("/gnu/store/0000-glibc-2.39/lib/ld-linux-x86-64.so.2")]
    [InlineData("/data/data/com.termux/files/usr/lib/ld-linux-x86-64.so.2")]
    [InlineData("/home/me/musl/lib/ld-musl-x86_64.so.1")]
    public void ALoaderThatOnlyTheBuildSystemHasIsRejected(string loader)
    {
        var problem = Assert.Single(Support((ElfForge.Glibc("GLIBC_2.17") with { Interpreter = loader }).Bytes()).Problems);
        Assert.Contains(loader, problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lib64/ld-linux-x86-64.so.2", 62, true, false, 0, "manylinux_2_17_x86_64")]
    [InlineData("/lib/ld-linux.so.2", 3, false, false, 0, "manylinux_2_17_i686")]
    [InlineData("/lib/ld-linux-aarch64.so.1", 183, true, false, 0, "manylinux_2_17_aarch64")]
    [InlineData("/lib/ld-linux-armhf.so.3", 40, false, false, 0x5000400, "manylinux_2_17_armv7l")]
    [InlineData("/lib/ld-linux-armhf.so.3", 40, false, false, 0x5000000, "manylinux_2_17_armv7l")]
    [InlineData("/lib64/ld64.so.2", 21, true, false, 2, "manylinux_2_17_ppc64le")]
    [InlineData("/lib/ld64.so.1", 22, true, true, 0, "manylinux_2_17_s390x")]
    [InlineData("/lib/ld-linux-riscv64-lp64d.so.1", 243, true, false, 5, "manylinux_2_31_riscv64")]
    [InlineData("/lib64/ld-linux-loongarch-lp64d.so.1", 258, true, false, 0x43, "manylinux_2_36_loongarch64")]
    [InlineData("/usr/lib/ld-linux-aarch64.so.1", 183, true, false, 0, "manylinux_2_17_aarch64")]
    [InlineData("/lib/ld-musl-armhf.so.1", 40, false, false, 0x5000400, "musllinux_1_2_armv7l")]
    [InlineData("/lib/ld-musl-riscv64.so.1", 243, true, false, 5, "musllinux_1_2_riscv64")]
    public void TheDefaultLoadersOfEveryArchitectureAreKnown(string loader, ushort machine, bool is64, bool isBigEndian, uint flags, string tag)
    {
        var isMusl = loader.Contains("musl", StringComparison.Ordinal);
        var forge = new ElfForge
        {
            Interpreter = loader, Machine = machine, Is64 = is64, IsBigEndian = isBigEndian, Flags = flags, Needed = [isMusl ? "libc.so" : "libc.so.6"],
            Versions = isMusl ? [] : [("libc.so.6", "GLIBC_2.17", "f")],
        };
        Assert.Equal([tag], Support(forge.Bytes()).Systems.Select(system => system.Tag.ToString()));
    }

    [Fact]
    public void ArmWithoutHardwareFloatingPointHasNoTag() =>
        Assert.Contains("hardware floating point", Assert.Single(Support(new ElfForge { Interpreter = "/lib/ld-linux.so.3", Machine = 40, Is64 = false, Flags = 0x5000000, Needed = ["libc.so.6"] }.Bytes()).Problems).Text, StringComparison.Ordinal);

    [Fact]
    public void AVersionNeededOnlyFromTheSecondLibraryCounts()
    {
        var forge = new ElfForge { Needed = ["libdl.so.2", "libm.so.6"], Versions = [("libdl.so.2", "GLIBC_2.2.5", "dlopen"), ("libm.so.6", "GLIBC_2.38", "fmod")] };
        var system = Assert.Single(Support(forge.Bytes()).Systems);
        Assert.Equal(("manylinux_2_38_x86_64", "needs fmod@GLIBC_2.38 of libm.so.6"), (system.Tag.ToString(), system.Reason));
    }

    [Fact]
    public void AStaticPositionIndependentProgramNeedsNoCLibrary() =>
        Assert.Equal(["manylinux_2_17_x86_64", "musllinux_1_2_x86_64"], Support(new ElfForge().Bytes()).Systems.Select(system => system.Tag.ToString()));

    [Theory]
    [InlineData(true, "macosx_10_9_x86_64", "macosx_11_0_arm64")]
    [InlineData(false)]
    public void ASliceForApplesOwnProgramsDoesNoHarm(bool hasOthers, params string[] tags)
    {
        byte[][] own = [Of(MachOForge.Arm64, Arm64E, MachOForge.Build(11), MachOForge.Signature()), Of(MachOForge.X64, X64Haswell, MachOForge.Build(10, 9))];
        byte[][] others = [MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(11), MachOForge.Signature()), MachOForge.Thin(MachOForge.X64, MachOForge.Build(10, 9))];
        var support = Support(MachOForge.Fat([.. own, .. hasOthers ? others : []]));
        Assert.Equal(tags, support.Systems.Select(system => system.Tag.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(hasOthers, support.Problems.Count == 0);
    }

    [Fact]
    public void A32BitFileForMacsHasItsOwnTag()
    {
        var file = MachOForge.Thin(MachOForge.I386, MachOForge.Minimum(10, 6));
        byte[] small = [0xCE, .. file[1..28], .. file[32..]];
        Assert.Equal("macosx_10_6_i386", Assert.Single(Support(small).Systems).Tag.ToString());
    }

    public static TheoryData<string, byte[]> Whole => new()
    {
        { "ELF", ElfForge.Glibc("GLIBC_2.17").Bytes() },
        { "fat Mach-O", MachOForge.Fat(MachOForge.Thin(MachOForge.X64, MachOForge.Build(10, 13)), MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(11), MachOForge.Signature())) },
        { "PE", PeForge.Native() },
    };

    /// <summary>Headers come first, so half of a file still has them.</summary>
    [Theory]
    [MemberData(nameof(Whole))]
    public void ATruncatedFileIsRejected(string kind, byte[] file)
    {
        Assert.NotNull(BinaryFile.Read(new MemoryStream(file)));
        var broken = Assert.Throws<UnreadableBinaryException>(() => BinaryFile.Read(new MemoryStream(file[..^1])));
        Assert.Equal("it ends before the data that its headers describe", broken.Message);
        Assert.NotEmpty(kind);
    }

    private static byte[] Of(uint processor, uint subtype, params IReadOnlyList<byte[]> commands)
    {
        var file = MachOForge.Thin(processor, commands);
        file[8] = (byte)subtype;
        return file;
    }

    private static BinarySupport Support(byte[] file) => BinarySupport.FromBinary(BinaryFile.Read(new MemoryStream(file))!, _ => false)!;
}
