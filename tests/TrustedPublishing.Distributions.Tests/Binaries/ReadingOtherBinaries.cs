using System.Text;
using CsCheck;
using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Distributions.Tests.Binaries;

public sealed class ReadingOtherBinaries
{
    private static readonly byte[][] Samples =
    [
        ElfForge.Glibc("GLIBC_2.17", "GLIBC_2.34").Bytes(),
        (ElfForge.Musl() with { Is64 = false, IsBigEndian = true, Machine = 40 }).Bytes(),
        MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(12), MachOForge.Signature()),
        MachOForge.Fat(MachOForge.Thin(MachOForge.X64, MachOForge.Minimum(10, 13)), MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(11), MachOForge.Signature())),
        PeForge.Native(),
        PeForge.Managed(),
    ];

    [Theory]
    [InlineData("x86_64 True 10.13.0 False", MachOForge.X64, 10, 13, true)]
    [InlineData("arm64 True 12.3.0 True", MachOForge.Arm64, 12, 3, false)]
    public void EitherLoadCommandGivesTheMinimumMacOS(string expected, uint processor, int major, int minor, bool isOld)
    {
        byte[][] commands = isOld ? [MachOForge.Minimum(major, minor)] : [MachOForge.Build(major, minor), MachOForge.Signature()];

        var slice = Assert.Single(Assert.IsType<MachOBinary>(Read(MachOForge.Thin(processor, commands))).Slices);

        Assert.Equal(expected, $"{slice.Architecture} {slice.IsMacOS} {slice.Minimum} {slice.IsSigned}");
    }

    [Fact]
    public void ACatalystLibraryAlsoGivesTheMinimumMacOS()
    {
        var library = MachOForge.Thin(MachOForge.X64, MachOForge.Build(13, platform: 6), MachOForge.Build(10, 15));
        Assert.Equal(new(10, 15, 0), Assert.Single(Assert.IsType<MachOBinary>(Read(library)).Slices).Minimum);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void AFileForAnotherAppleSystemIsNotForMacOS(uint platform) =>
        Assert.False(Assert.Single(Assert.IsType<MachOBinary>(Read(MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(15, platform: platform)))).Slices).IsMacOS);

    [Fact]
    public void AFatFileHasItsSlices() =>
        Assert.Equal(["x86_64", "arm64"], Assert.IsType<MachOBinary>(Read(Samples[3])).Slices.Select(slice => slice.Architecture));

    [Fact]
    public void AJavaClassIsNotAFatFile() => Assert.Null(Read([0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 65, 0, 16, 10, 0]));

    [Theory]
    [InlineData(0x8664)]
    [InlineData(0xAA64)]
    [InlineData(0x14C)]
    public void ANativePeFileHasItsMachine(ushort machine) => Assert.Equal(new PeBinary(machine, false, false), Read(PeForge.Native(machine)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AManagedFileMayHaveNativeCode(bool isILOnly) => Assert.Equal(new PeBinary(0x14C, true, isILOnly), Read(PeForge.Managed(isILOnly)));

    [Fact]
    public void AnAssemblyOfThisProjectIsPurelyManaged() =>
        Assert.True(Assert.IsType<PeBinary>(Read(File.ReadAllBytes(typeof(ReadingOtherBinaries).Assembly.Location))).IsILOnly);

    [Fact]
    public void TheRuntimesOwnLibraryHasNativeCodeForThisSystem()
    {
        var binary = Assert.IsType<PeBinary>(Read(File.ReadAllBytes(typeof(object).Assembly.Location)));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux.");
        Assert.Contains(BinarySupport.FromBinary(binary, _ => false)!.Systems, system => system.Tag.Family == PlatformTag.ManyLinux);
    }

    [Theory]
    [InlineData("#!/bin/sh\n")]
    [InlineData("MZ, which begins a sentence and is no program")]
    [InlineData("")]
    [InlineData("MZ")]
    public void AnythingElseIsNotABinary(string text) => Assert.Null(Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void AChangedBinaryIsReadOrRejected() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Select(Gen.Int[4, 600], Gen.Byte).Array[1, 8], Gen.Int[0, 700]).Sample(
            change =>
            {
                var bytes = Samples[change.Item1].ToArray();
                foreach (var (at, value) in change.Item2)
                {
                    bytes[at % bytes.Length] = value;
                }

                ReadOrRefused(bytes[..Math.Min(bytes.Length, Math.Max(4, change.Item3))]);
                ReadOrRefused(bytes);
            },
            iter: 10_000);

    [Fact]
    public void AMemberIsReadLikeItsFile() => Gen.Select(Gen.Int[0, 200], Gen.Int[1, 64]).Array[1, 30].Sample(reads =>
    {
        var content = Enumerable.Range(0, 200).Select(value => (byte)value).ToArray();
        using var member = new RewindableStream(() => new Trickle(content), content.Length);
        foreach (var (at, count) in reads)
        {
            var bytes = new byte[count];
            member.Position = at;
            var read = member.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
            Assert.Equal(content.Skip(at).Take(count), bytes.Take(read));
        }
    });

    [Fact]
    public void AMemberIsDecompressedOnceIfItsHeadersAreAtTheStart()
    {
        var (content, opened) = (Samples[0], 0);
        using var member = new RewindableStream(
            () =>
            {
                opened++;
                return new MemoryStream(content);
            },
            content.Length);
        Assert.NotNull(BinaryFile.Read(member));
        Assert.Equal((1, true), (opened, member.Decompressed <= content.Length));
    }

    [Fact]
    public void ATruncatedMemberIsRejected()
    {
        using var member = new RewindableStream(() => new MemoryStream(Samples[0][..100]), Samples[0].Length);
        Assert.Throws<UnreadableBinaryException>(() => BinaryFile.Read(member));
    }

    private static NativeBinary? Read(byte[] bytes) => BinaryFile.Read(new MemoryStream(bytes));

    private static void ReadOrRefused(byte[] bytes)
    {
        try
        {
            if (Read(bytes) is { } binary)
            {
                _ = new WheelPlatform([("x", binary)], ["x"]).Tags;
            }
        }
        catch (UnreadableBinaryException)
        {
        }
    }

    /// <summary>Returns only a few bytes at a time, as a decompressor may.</summary>
    private sealed class Trickle(byte[] content) : ReadOnlyStream
    {
        public override long Length => content.Length;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(Math.Min(buffer.Length, 7), content.Length - Passed);
            content.AsSpan((int)Passed, count).CopyTo(buffer);
            Passed += count;
            return count;
        }
    }
}
