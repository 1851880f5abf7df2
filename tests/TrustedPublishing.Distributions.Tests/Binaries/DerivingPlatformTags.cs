using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Distributions.Rules;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Distributions.Tests.Binaries;

public sealed class DerivingPlatformTags
{
    [Theory]
    [InlineData("manylinux_2_17_x86_64")]
    [InlineData("manylinux_2_17_x86_64", "GLIBC_2.2.5", "GLIBC_2.14")]
    [InlineData("manylinux_2_34_x86_64", "GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.4")]
    [InlineData("manylinux_2_36_x86_64", "GLIBC_ABI_DT_RELR")]
    [InlineData("manylinux_2_17_x86_64", "GLIBC_2.17", "GLIBCXX_3.4.19", "CXXABI_1.3.7", "GCC_3.0")]
    [InlineData("manylinux_2_24_x86_64", "GLIBC_2.17", "GLIBCXX_3.4.20")]
    [InlineData("manylinux_2_27_x86_64", "GLIBC_2.17", "GLIBCXX_3.4.23")]
    [InlineData("manylinux_2_31_x86_64", "GLIBC_2.17", "CXXABI_1.3.12")]
    [InlineData("manylinux_2_35_x86_64", "GLIBC_2.17", "GCC_12.0.0")]
    [InlineData("manylinux_2_24_x86_64", "CXXABI_FLOAT128")]
    [InlineData("manylinux_2_39_x86_64", "GLIBC_2.38", "GLIBCXX_3.4.32")]
    public void TheHighestSymbolVersionDeterminesGlibc(string tag, params string[] versions) => Assert.Equal([tag], Tags(ElfForge.Glibc(versions).Bytes()));

    [Theory]
    [InlineData("GLIBC_PRIVATE")]
    [InlineData("GLIBCXX_3.4.99")]
    [InlineData("CXXABI_1.4")]
    public void AnUnknownSymbolVersionHasNoTag(string version)
    {
        var (path, problem) = Assert.Single(Platform(ElfForge.Glibc(version).Bytes()).Problems);
        Assert.Equal("0", path);
        Assert.Contains(version, problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(243, "manylinux_2_31_riscv64")]
    [InlineData(183, "manylinux_2_17_aarch64")]
    public void AnArchitectureHasItsOldestSystem(ushort machine, string tag) => Assert.Equal([tag], Tags((ElfForge.Glibc("GLIBC_2.17") with { Machine = machine }).Bytes()));

    [Fact]
    public void TheHighestOfAllBinariesCounts() =>
        Assert.Equal(["manylinux_2_30_x86_64"], Tags(ElfForge.Glibc("GLIBC_2.17").Bytes(), ElfForge.Glibc("GLIBC_2.30").Bytes(), ElfForge.Static.Bytes()));

    [Fact]
    public void MuslHasItsOwnTag() => Assert.Equal(["musllinux_1_2_x86_64"], Tags(ElfForge.Musl().Bytes()));

    [Fact]
    public void MuslMayLackTheLibraryOfCPlusPlus()
    {
        var platform = Platform(ElfForge.Musl("libstdc++.so.6", "libgcc_s.so.1").Bytes());
        Assert.Equal(["musllinux_1_2_x86_64"], platform.Tags.Select(tag => tag.ToString()));
        Assert.Contains("libstdc++.so.6 and libgcc_s.so.1", Assert.Single(platform.Warnings).Problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ABinaryWithoutLibrariesRunsOnBoth() => Assert.Equal(["manylinux_2_17_x86_64", "musllinux_1_2_x86_64"], Tags(ElfForge.Static.Bytes(), new ElfForge().Bytes()));

    [Theory]
    [InlineData("libssl.so.3")]
    [InlineData("liblttng-ust.so.0")]
    [InlineData("libpython3.11.so.1.0")]
    public void ALibraryMissingOnSomeSystemsIsNamed(string library)
    {
        Assert.Contains(library, Assert.Single(Platform((ElfForge.Glibc() with { Needed = ["libc.so.6", library] }).Bytes()).Problems).Problem.Text, StringComparison.Ordinal);
        Assert.Contains(library, Assert.Single(Platform(ElfForge.Musl(library).Bytes()).Problems).Problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALibraryInTheWheelIsAvailable()
    {
        var program = (ElfForge.Glibc("GLIBC_2.17") with { Needed = ["libc.so.6", "libown.so.1"], Versions = [("libown.so.1", "OWN_7", "own"), ("libc.so.6", "GLIBC_2.28", "f")] }).Bytes();
        var library = (ElfForge.Glibc() with { SoName = "libown.so.1", Interpreter = null }).Bytes();
        Assert.Equal(["manylinux_2_28_x86_64"], Tags(program, library));
    }

    [Fact]
    public void BothCLibrariesAreAProblem() => Assert.NotEmpty(Platform((ElfForge.Musl() with { Versions = [("libc.so.6", "GLIBC_2.17", "f")] }).Bytes()).Problems);

    [Theory]
    [InlineData("macosx_10_13_x86_64", MachOForge.X64, 10, 13, 0)]
    [InlineData("macosx_10_14_x86_64", MachOForge.X64, 10, 13, 6)]
    [InlineData("macosx_11_0_x86_64", MachOForge.X64, 10, 16, 0)]
    [InlineData("macosx_12_0_arm64", MachOForge.Arm64, 12, 0, 0)]
    [InlineData("macosx_13_0_arm64", MachOForge.Arm64, 12, 3, 0)]
    [InlineData("macosx_13_0_arm64", MachOForge.Arm64, 12, 0, 1)]
    [InlineData("macosx_26_0_arm64", MachOForge.Arm64, 15, 4, 0)]
    [InlineData("macosx_11_0_arm64", MachOForge.Arm64, 10, 12, 0)]
    public void MacOSIsRoundedUpToATag(string tag, uint processor, int major, int minor, int patch) =>
        Assert.Equal([tag], Tags(MachOForge.Thin(processor, MachOForge.Build(major, minor, patch), MachOForge.Signature())));

    [Theory]
    [InlineData("macosx_10_13_universal2", 10, 11)]
    [InlineData("macosx_12_0_universal2", 12, 11)]
    [InlineData("macosx_13_0_universal2", 10, 13)]
    public void BothProcessorsAreUniversal(string tag, int intel, int apple) =>
        Assert.Equal([tag], Tags(Fat(MachOForge.Build(intel, intel == 10 ? 13 : 0), MachOForge.Build(apple))));

    [Fact]
    public void AUniversalLibraryWithAProgramForOneArchitectureIsForThatArchitecture() =>
        Assert.Equal(["macosx_12_0_arm64"], Tags(Fat(MachOForge.Build(11), MachOForge.Build(11)), MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(12), MachOForge.Signature())));

    [Fact]
    public void ArchitecturesThatMacsDoNotHaveAreAProblem() => Assert.NotEmpty(Platform(MachOForge.Thin(99, MachOForge.Build(12))).Problems);

    [Fact]
    public void OnlyArm64NeedsASignature()
    {
        Assert.Contains("signature", Assert.Single(Platform(MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(12))).Problems).Problem.Text, StringComparison.Ordinal);
        Assert.Empty(Platform(MachOForge.Thin(MachOForge.X64, MachOForge.Build(12))).Problems);
    }

    [Fact]
    public void WithoutAMinimumVersionThereIsNoTag() => Assert.NotEmpty(Platform(MachOForge.Thin(MachOForge.X64)).Problems);

    [Theory]
    [InlineData(0x8664, "win_amd64")]
    [InlineData(0xAA64, "win_arm64")]
    [InlineData(0x14C, "win32")]
    public void WindowsHasATagForEachMachine(ushort machine, string tag) => Assert.Equal([tag], Tags(PeForge.Native(machine), PeForge.Managed()));

    [Fact]
    public void ManagedCodeAloneIsPure() => Assert.True(Platform(PeForge.Managed()).IsPure);

    [Theory]
    [InlineData(0x8664 ^ 0x7B79, "manylinux_2_17_x86_64 musllinux_1_2_x86_64")]
    [InlineData(0xAA64 ^ 0x7B79, "manylinux_2_17_aarch64 musllinux_1_2_aarch64")]
    [InlineData(0xAA64 ^ 0x4644, "macosx_11_0_arm64")]
    [InlineData(0x8664, "win_amd64")]
    public void AheadOfTimeCompiledManagedCodeIsForItsSystem(int machine, string tags) =>
        Assert.Equal(tags.Split(' '), Tags(PeForge.Managed(isILOnly: false, (ushort)machine)));

    [Fact]
    public void BinariesOfDifferentSystemsDisagree()
    {
        var platform = Platform(ElfForge.Glibc().Bytes(), PeForge.Managed(), (ElfForge.Glibc() with { Machine = 183 }).Bytes());
        Assert.Empty(platform.Tags);
        Assert.Equal(("0", "manylinux_2_17_x86_64", "2", "manylinux_2_17_aarch64"), platform.Disagreement);
    }

    [Theory]
    [InlineData("manylinux_2_34_x86_64", null)]
    [InlineData("manylinux_2_35_x86_64", null)]
    [InlineData("manylinux_2_28_x86_64", "needs use_glibc_2_34@GLIBC_2.34 of libc.so.6, as manylinux_2_34_x86_64 says")]
    [InlineData("manylinux2014_x86_64", "needs use_glibc_2_34@GLIBC_2.34 of libc.so.6, as manylinux_2_34_x86_64 says")]
    [InlineData("manylinux_2_34_aarch64", "is for manylinux_2_34_x86_64")]
    [InlineData("musllinux_1_2_x86_64", "is for manylinux_2_34_x86_64")]
    public void ATagMayPromiseTooMuch(string text, string? reason)
    {
        Assert.True(PlatformTag.TryParse(text, out var tag));
        Assert.Equal(reason, Platform(ElfForge.Glibc("GLIBC_2.34").Bytes()).BreaksPromise(tag)?.Reason);
    }

    [Fact]
    public void AUniversalTagPromisesBothProcessors()
    {
        Assert.True(PlatformTag.TryParse("macosx_11_0_universal2", out var tag));
        Assert.Null(Platform(Fat(MachOForge.Build(10, 13), MachOForge.Build(11))).BreaksPromise(tag));
        Assert.NotNull(Platform(MachOForge.Thin(MachOForge.X64, MachOForge.Build(10, 13))).BreaksPromise(tag));
    }

    [Theory]
    [InlineData("manylinux1_i686", "manylinux_2_5_i686")]
    [InlineData("manylinux2014_aarch64", "manylinux_2_17_aarch64")]
    [InlineData("win32", "win32")]
    [InlineData("win_amd64", "win_amd64")]
    [InlineData("macosx_10_9_x86_64", "macosx_10_9_x86_64")]
    [InlineData("any", null)]
    [InlineData("linux_x86_64", null)]
    [InlineData("macosx_99999999999_0_arm64", null)]
    public void ATagIsParsedAndWritten(string text, string? normal) => Assert.Equal(normal, PlatformTag.TryParse(text, out var tag) ? tag.ToString() : null);

    [Fact]
    public void PyPIAcceptsEveryDerivedTag()
    {
        byte[][] binaries = [ElfForge.Glibc("GLIBC_2.34").Bytes(), ElfForge.Musl().Bytes(), Fat(MachOForge.Build(11), MachOForge.Build(12)), PeForge.Native(), PeForge.Native(0x14C), PeForge.Native(0xAA64)];
        Assert.All(binaries.SelectMany(binary => Tags(binary)), tag => Assert.True(PlatformTags.IsAccepted(tag), tag));
    }

    private static byte[] Fat(byte[] intel, byte[] apple) =>
        MachOForge.Fat(MachOForge.Thin(MachOForge.X64, intel), MachOForge.Thin(MachOForge.Arm64, apple, MachOForge.Signature()));

    private static IEnumerable<string> Tags(params byte[][] files) => Platform(files).Tags.Select(tag => tag.ToString());

    private static WheelPlatform Platform(params byte[][] files) => new(
        [.. files.Select((file, index) => ($"{index}", BinaryFile.Read(new MemoryStream(file))!))], files.Select((_, index) => $"{index}"));
}
