using System.IO.Compression;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Packaging.Tests.Platforms;

public sealed class PackingForPlatforms : IDisposable
{
    private static readonly byte[] Glibc = ElfForge.Glibc("GLIBC_2.17", "GLIBC_2.28").Bytes();
    private static readonly byte[] Mac = MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(12), MachOForge.Signature());
    private static readonly byte[] MacUniversal = MachOForge.Fat(MachOForge.Thin(MachOForge.X64, MachOForge.Build(10, 13)), Mac);

    private readonly PythonProject project = new();
    private readonly TemporaryDirectory built = new();

    public void Dispose()
    {
        project.Dispose();
        built.Dispose();
    }

    [Fact]
    public void WritesAWheelForEachPlatformWithATagFromItsBinaries()
    {
        var packed = Pack(("linux-x64", Glibc), ("linux-musl-x64", ElfForge.Musl().Bytes()), ("osx-arm64", Mac), ("win-x64", PeForge.Native()), ("win-x86", PeForge.Native(0x14C)));

        Assert.Equal(
            [
                "greeter-1.0-py3-none-macosx_12_0_arm64.whl", "greeter-1.0-py3-none-manylinux_2_28_x86_64.whl", "greeter-1.0-py3-none-musllinux_1_2_x86_64.whl",
                "greeter-1.0-py3-none-win32.whl", "greeter-1.0-py3-none-win_amd64.whl", "greeter-1.0.tar.gz",
            ],
            packed.Files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("src/greeter/native/lib", ArchiveContents.OfSdist(packed.Files.Single(file => file.EndsWith(".tar.gz", StringComparison.Ordinal))).Keys);
    }

    [Fact]
    public void SaysInWheelThatItIsForOnePlatform()
    {
        var wheel = Wheel(("linux-x64", Glibc));
        Assert.EndsWith("Root-Is-Purelib: false\nTag: py3-none-manylinux_2_28_x86_64\n", wheel["greeter-1.0.dist-info/WHEEL"], StringComparison.Ordinal);
        Assert.Contains("greeter/native/lib", wheel.Keys);
        Assert.Contains("greeter/__init__.py", wheel.Keys);
    }

    [Fact]
    public void GivesAStaticBinaryBothTags()
    {
        var packed = Pack(("linux-x64", ElfForge.Static.Bytes()));
        Assert.Equal("greeter-1.0-py3-none-manylinux_2_17_x86_64.musllinux_1_2_x86_64.whl", Path.GetFileName(packed.Files[^1]));
        Assert.EndsWith("\nTag: py3-none-manylinux_2_17_x86_64\nTag: py3-none-musllinux_1_2_x86_64\n", ArchiveContents.OfWheel(packed.Files[^1])["greeter-1.0.dist-info/WHEEL"], StringComparison.Ordinal);
    }

    [Fact]
    public void GivesAUniversalBinaryForMacsItsTag() =>
        Assert.Equal("greeter-1.0-py3-none-macosx_12_0_universal2.whl", Path.GetFileName(Pack(("osx", MacUniversal)).Files[^1]));

    [Fact]
    public void MakesBinariesExecutableWhateverTheFileSystemSays()
    {
        using var wheel = ZipFile.OpenRead(Pack(("osx", MacUniversal)).Files[^1]);
        Assert.Equal(0b1_000_000_111_101_101, wheel.GetEntry("greeter/native/lib")!.ExternalAttributes >> 16 & 0xFFFF);
        Assert.Equal(0b1_000_000_110_100_100, wheel.GetEntry("greeter/__init__.py")!.ExternalAttributes >> 16 & 0xFFFF);
    }

    [Fact]
    public void ProducesTheSameBytesFromOtherFolders()
    {
        using var other = new PythonProject();
        using var moved = new TemporaryDirectory();
        byte[] Bytes(PythonProject of, string folder) => File.ReadAllBytes(of.Pack(options => options with { Platforms = Platforms(folder, ("linux-x64", Glibc)) }).Files[^1]);
        Assert.Equal(Bytes(project, built.Path), Bytes(other, moved.Path));
    }

    [Fact]
    public void WarnsThatMuslSystemsMayLackALibrary() =>
        Assert.Contains("libstdc++.so.6", Assert.Single(Pack(("linux-musl-x64", ElfForge.Musl("libstdc++.so.6").Bytes())).Warnings).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("manylinux_2_28_x86_64")]
    [InlineData("manylinux_2_34_x86_64")]
    public void AcceptsAStricterTag(string tag)
    {
        var packed = project.Pack(options => options with { Platforms = Platforms(built.Path, ("linux-x64", Glibc)), PlatformTags = new Dictionary<string, string> { ["linux-x64"] = tag } });
        Assert.Equal($"greeter-1.0-py3-none-{tag}.whl", Path.GetFileName(packed.Files[^1]));
    }

    [Theory]
    [InlineData("manylinux_2_17_x86_64", "promises more than greeter/native/lib supports: it needs use_glibc_2_28@GLIBC_2.28 of libc.so.6")]
    [InlineData("manylinux2014_x86_64", "promises more")]
    [InlineData("manylinux_2_34_aarch64", "cannot")]
    [InlineData("musllinux_1_2_x86_64", "cannot be compared")]
    [InlineData("linux_x86_64", "cannot be compared")]
    [InlineData("any", "cannot be compared")]
    public void RejectsATagThatIsNotStricter(string tag, string text)
    {
        var complaint = Assert.Single(project.Findings(options => options with
        {
            Platforms = Platforms(built.Path, ("linux-x64", Glibc)),
            PlatformTags = new Dictionary<string, string> { ["linux-x64"] = tag },
        }));
        Assert.Equal("linux-x64", complaint.Key);
        Assert.Contains(text == "cannot" ? "cannot be compared" : text, complaint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RejectsATagForAPlatformWithoutFiles() => Assert.Equal(
        "win-x64",
        Assert.Single(project.Findings(options => options with { Platforms = Platforms(built.Path, ("linux-x64", Glibc)), PlatformTags = new Dictionary<string, string> { ["win-x64"] = "win_amd64" } })).Key);

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "linux-arm64", Glibc, "linux-arm64: greeter/native/lib is for manylinux_2_28_x86_64" },
        { "linux-musl-x64", Glibc, "linux-musl-x64: greeter/native/lib is for manylinux_2_28_x86_64" },
        { "osx-x64", Mac, "osx-x64: greeter/native/lib is for macosx_12_0_arm64" },
        { "win-x64", PeForge.Native(0xAA64), "win-x64: greeter/native/lib is for win_arm64" },
        { "linux-x64", PeForge.Native(), "linux-x64: greeter/native/lib is for win_amd64" },
        { "any", Glibc, "greeter/native/lib: This is a native binary, but it would be packed for the runtime identifier 'any'." },
        { "linux-x64", PeForge.Managed(), "linux-x64: No file for this runtime identifier is a native binary." },
        { "freebsd-x64", Glibc, "freebsd-x64: Wheels do not support this runtime identifier." },
        { "linux-x64", (ElfForge.Glibc() with { Needed = ["libssl.so.3"] }).Bytes(), "greeter/native/lib: The binary needs libssl.so.3" },
        { "osx-arm64", MachOForge.Thin(MachOForge.Arm64, MachOForge.Build(12)), "greeter/native/lib: The binary is for arm64 and has no code signature" },
        { "linux-x64", Glibc[..150], "greeter/native/lib: It begins like a native binary, but it ends before" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void RejectsABinaryForAnotherPlatform(string runtime, byte[] binary, string text)
    {
        var complaint = Assert.Single(project.Findings(options => options with { Platforms = Platforms(built.Path, (runtime, binary)) }));
        Assert.StartsWith(text, complaint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void RejectsBinariesThatDisagree()
    {
        Write("other", (ElfForge.Glibc() with { Machine = 183 }).Bytes());
        var files = Platforms(built.Path, ("linux-x64", Glibc));
        var both = new Dictionary<string, string>(files["linux-x64"]) { ["greeter/native/other"] = built.Combine("other") };
        var complaint = Assert.Single(project.Findings(options => options with { Platforms = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["linux-x64"] = both } }));
        Assert.Equal("greeter/native/lib: This binary is for manylinux_2_28_x86_64, but greeter/native/other is for manylinux_2_17_aarch64: no platform tag fits both.", complaint.ToString().Split(" Put")[0]);
    }

    [Fact]
    public void RejectsTwoPlatformsWithTheSameTag() => Assert.Contains(
        "The wheels for osx-arm64 and osx-x64 would have the same tag",
        Assert.Single(project.Findings(options => options with { Platforms = Platforms(built.Path, ("osx-x64", MacUniversal), ("osx-arm64", MacUniversal)) })).Text,
        StringComparison.Ordinal);

    [Fact]
    public void RejectsMissingFiles() => Assert.Equal(
        ["greeter/native/lib", "linux-x64"],
        project.Findings(options => options with
        {
            Platforms = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["linux-x64"] = new Dictionary<string, string> { ["greeter/native/lib"] = built.Combine("nothing") } },
        }).Select(complaint => complaint.Key));

    public static TheoryData<string, byte[]> Natives => new()
    {
        { "tool.txt", Glibc }, { "lib.dylib", Mac }, { "both.bin", MacUniversal }, { "native.dll", PeForge.Native() }, { "mixed.dll", PeForge.Managed(isILOnly: false, 0x8664) },
    };

    [Theory]
    [MemberData(nameof(Natives))]
    public void RejectsANativeBinaryInAWheelForAllPlatforms(string name, byte[] content)
    {
        Write(name, content);
        var complaint = Assert.Single(project.Findings(options => options with { ExtraFiles = new Dictionary<string, string> { [$"greeter/{name}"] = built.Combine(name) } }));
        Assert.Equal(($"greeter/{name}", "This is a native binary, but the wheel would be tagged as platform-neutral."), (complaint.Key, complaint.Text));
        Assert.Contains("IPackNativeLibrary", complaint.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void AcceptsManagedAssembliesInAWheelForAllPlatforms()
    {
        Write("a.dll", PeForge.Managed());
        var packed = project.Pack(options => options with { ExtraFiles = new Dictionary<string, string> { ["greeter/a.dll"] = built.Combine("a.dll") } });
        Assert.Equal("greeter-1.0-py3-none-any.whl", Path.GetFileName(packed.Files[1]));
    }

    private PackagedDistributions Pack(params (string Runtime, byte[] Content)[] binaries) => project.Pack(options => options with { Platforms = Platforms(built.Path, binaries) });

    private IReadOnlyDictionary<string, string> Wheel(params (string Runtime, byte[] Content)[] binaries) =>
        ArchiveContents.OfWheel(Pack(binaries).Files.Single(file => file.EndsWith(".whl", StringComparison.Ordinal)));

    private void Write(string name, byte[] content) => File.WriteAllBytes(built.Combine(name), content);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Platforms(string folder, params (string Runtime, byte[] Content)[] binaries)
    {
        foreach (var (runtime, content) in binaries)
        {
            File.WriteAllBytes(Path.Combine(folder, runtime), content);
        }

        return binaries.ToDictionary(
            binary => binary.Runtime, IReadOnlyDictionary<string, string> (binary) => new Dictionary<string, string> { ["greeter/native/lib"] = Path.Combine(folder, binary.Runtime) });
    }
}
