using System.Globalization;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Distributions.Tests.Binaries;

public sealed partial class ReadingElfFiles
{
    /// <summary>The number of files per folder; for a long run, set <c>BINARIES</c> to 100000.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("BINARIES"), CultureInfo.InvariantCulture, out var count) ? count : 60;

    [Fact]
    public async Task AgreesWithObjdumpOnThisSystemsFiles()
    {
        var objdump = Peers.Find("objdump");
        string[] folders = ["/usr/bin", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder).Order().Where(IsElf).Take(Count)).ToArray();
        var printed = await ChildProcess.RunAsync(objdump, ["-p", "-w", .. files], cancellationToken: TestContext.Current.CancellationToken);
        var expected = Sections().Matches(printed.StandardOutput).ToDictionary(match => match.Groups["file"].Value, match => Summary(match.Groups["body"].Value));

        Assert.SkipWhen(expected.Count == 0, "objdump printed nothing about the files of this system.");
        Assert.Equal(expected, files.ToDictionary(file => file, file => Summary(Read(file))));
        Assert.Contains(expected.Values, summary => summary.Contains("GLIBC_2.34", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NamesASymbolThatObjdumpListsWithTheSameVersion()
    {
        var objdump = Peers.Find("objdump");
        var file = File.Exists("/usr/bin/bash") ? "/usr/bin/bash" : File.Exists("/bin/ls") ? "/bin/ls" : null;
        Assert.SkipWhen(file is null, "There is neither bash nor ls.");
        var printed = await ChildProcess.RunAsync(objdump, ["-T", "-w", file], cancellationToken: TestContext.Current.CancellationToken);
        var imports = Imports().Matches(printed.StandardOutput).Select(match => $"{match.Groups["symbol"].Value}@{match.Groups["version"].Value}").ToHashSet();

        var versions = Read(file).Versions;

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Contains(version.ToString(), imports));
    }

    [Theory]
    [InlineData(62, true, false, 0, "x86_64")]
    [InlineData(62, false, false, 0, null)]
    [InlineData(3, false, false, 0, "i686")]
    [InlineData(183, true, false, 0, "aarch64")]
    [InlineData(40, false, false, 0x5000400, "armv7l")]
    [InlineData(40, false, false, 0x5000200, null)]
    [InlineData(21, true, false, 0, "ppc64le")]
    [InlineData(21, true, true, 0, "ppc64")]
    [InlineData(22, true, true, 0, "s390x")]
    [InlineData(243, true, false, 0, "riscv64")]
    [InlineData(258, true, false, 0, "loongarch64")]
    [InlineData(8, false, true, 0, null)]
    public void KnowsTheArchitectureInEveryClassAndByteOrder(ushort machine, bool is64, bool isBigEndian, uint flags, string? architecture)
    {
        var forge = ElfForge.Glibc("GLIBC_2.34") with { Machine = machine, Is64 = is64, IsBigEndian = isBigEndian, Flags = flags, SoName = "libx.so.1" };

        var binary = Assert.IsType<ElfBinary>(BinaryFile.Read(new MemoryStream(forge.Bytes())));

        Assert.Equal((architecture, "/lib64/ld-linux-x86-64.so.2", "libx.so.1"), (binary.Architecture, binary.Interpreter, binary.SoName));
        Assert.Equal(["libc.so.6"], binary.Needed);
        Assert.Equal([new("libc.so.6", "GLIBC_2.34", "use_glibc_2_34")], binary.Versions);
    }

    [Fact]
    public void ReadsTheVersionsOfSeveralLibraries()
    {
        var forge = new ElfForge { Versions = [("libc.so.6", "GLIBC_2.2.5", "a"), ("libm.so.6", "GLIBC_2.29", "b"), ("libc.so.6", "GLIBC_2.34", "c")] };

        var binary = Assert.IsType<ElfBinary>(BinaryFile.Read(new MemoryStream(forge.Bytes())));

        Assert.Equal(["libc.so.6 a@GLIBC_2.2.5", "libc.so.6 c@GLIBC_2.34", "libm.so.6 b@GLIBC_2.29"], binary.Versions.Select(need => $"{need.Library} {need}"));
    }

    private static bool IsElf(string file)
    {
        using var content = File.OpenRead(file);
        Span<byte> magic = stackalloc byte[4];
        return content.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual("\u007fELF"u8);
    }

    private static ElfBinary Read(string file)
    {
        using var content = File.OpenRead(file);
        return Assert.IsType<ElfBinary>(BinaryFile.Read(content));
    }

    private static string Summary(ElfBinary binary) =>
        $"{binary.SoName}: {string.Join(' ', binary.Needed)}; {string.Join(' ', binary.Versions.Select(need => $"{need.Library}:{need.Version}").Order(StringComparer.Ordinal))}";

    private static string Summary(string body)
    {
        var needed = Needed().Matches(body).Select(match => match.Groups[1].Value);
        var versions =
            from library in Libraries().Matches(body)
            from version in Versions().Matches(library.Groups["versions"].Value)
            select $"{library.Groups["library"].Value}:{version.Groups[1].Value}";
        return $"{SoName().Match(body).Groups[1].Value}: {string.Join(' ', needed)}; {string.Join(' ', versions.Order(StringComparer.Ordinal))}";
    }

    [GeneratedRegex(@"^(?<file>/\S+):\s+file format .*\n(?<body>(?:(?!^/\S+:\s+file format).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^ +NEEDED +(\S+)", RegexOptions.Multiline)]
    private static partial Regex Needed();

    [GeneratedRegex(@"^ +SONAME +(\S+)", RegexOptions.Multiline)]
    private static partial Regex SoName();

    [GeneratedRegex(@"required from (?<library>\S+):\n(?<versions>(?: +0x.*\n)*)")]
    private static partial Regex Libraries();

    [GeneratedRegex(@"^ +0x\S+ 0x\S+ \d+ (\S+)", RegexOptions.Multiline)]
    private static partial Regex Versions();

    [GeneratedRegex(@"\*UND\*\s+\S+\s+\(?(?<version>[A-Z][\w.]+)\)? +(?<symbol>\S+)")]
    private static partial Regex Imports();
}
