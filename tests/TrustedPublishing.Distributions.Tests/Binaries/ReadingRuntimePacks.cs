using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests.Binaries;

/// <summary>Every binary of .NET's runtime for macOS and Windows is read as LLVM's tools read it.</summary>
public sealed partial class ReadingRuntimePacks(RuntimePacks packs) : IClassFixture<RuntimePacks>
{
    /// <summary>Runtime identifier, the tag of all binaries of its packs together, and how many of them there are at least.</summary>
    public static TheoryData<string, string, int> Packs => new()
    {
        { "osx-x64", "macosx_12_0_x86_64", 170 },
        { "osx-arm64", "macosx_12_0_arm64", 170 },
        { "win-x64", "win_amd64", 170 },
        { "win-x86", "win32", 170 },
    };

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task FindsWhatLlvmFinds(string runtime, string tag, int least)
    {
        var (readobj, objdump) = (Peers.Find("llvm-readobj"), Peers.Find("llvm-objdump"));
        var files = (await packs.FilesAsync(runtime)).Where(IsBinary).ToList();
        var expected = await PrintedAsync(readobj, ["--file-headers", "--macho-version-min", .. files]);
        var commands = await PrintedAsync(objdump, ["--macho", "--private-headers", .. files.Where(IsMachO)]);
        var signed = Commands().Split(commands).Where(part => part.Contains("cmd LC_CODE_SIGNATURE", StringComparison.Ordinal)).Select(part => part.Split('\n')[0].TrimEnd(':')).ToHashSet();

        var read = files.ToDictionary(file => file, Read);

        Assert.InRange(files.Count, least, 1000);
        Assert.Equal(
            Sections().Matches(expected).ToDictionary(match => match.Groups["file"].Value, match => Summary(match.Groups["body"].Value, signed.Contains(match.Groups["file"].Value))),
            read.ToDictionary(file => file.Key, file => Summary(file.Value)));
        Assert.Equal([tag], new WheelPlatform([.. read.Select(file => (file.Key, file.Value))], read.Keys).Tags.Select(each => each.ToString()));
    }

    private static async Task<string> PrintedAsync(string program, string[] arguments)
    {
        var result = await ChildProcess.RunAsync(program, arguments, cancellationToken: TestContext.Current.CancellationToken);
        return result.StandardOutput;
    }

    private static bool IsBinary(string file) => IsMachO(file) || Start(file) is [(byte)'M', (byte)'Z', ..];

    private static bool IsMachO(string file) => Start(file) is [0xCF, 0xFA, 0xED, 0xFE] or [0xCA, 0xFE, 0xBA, 0xBE];

    private static byte[] Start(string file)
    {
        using var content = File.OpenRead(file);
        var start = new byte[4];
        return start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static NativeBinary Read(string file)
    {
        using var content = File.OpenRead(file);
        return BinaryFile.Read(content) ?? throw new InvalidDataException($"{file} was not recognised.");
    }

    private static string Summary(NativeBinary binary) => binary switch
    {
        PeBinary pe => $"machine 0x{pe.Machine:X}, CLR header: {pe.IsManaged}",
        MachOBinary { Slices: [{ Minimum: not null } slice] } =>
            $"{slice.Architecture}, {(slice.IsMacOS ? "macos" : "other")} {slice.Minimum.ToString(slice.Minimum.Build > 0 ? 3 : 2)}, signed: {slice.IsSigned}",
        _ => $"{binary}",
    };

    /// <summary>From what llvm-readobj prints about a file.</summary>
    private static string Summary(string printed, bool isSigned)
    {
        return printed.Contains("MachHeader {", StringComparison.Ordinal)
            ? $"{(Value("CpuType") == "Arm64" ? "arm64" : "x86_64")}, {Value("Platform")} {Value("Version")}, signed: {isSigned}"
            : $"machine 0x{Hexadecimal("Machine"):X}, CLR header: {Hexadecimal("CLRRuntimeHeaderRVA") != 0}";

        string Value(string key) => Regex.Match(printed, $@"^ +{key}: (\S+)", RegexOptions.Multiline).Groups[1].Value;

        int Hexadecimal(string key) => Convert.ToInt32(Regex.Match(printed, $"^ +{key}: .*?0x([0-9A-F]+)", RegexOptions.Multiline).Groups[1].Value, 16);
    }

    [GeneratedRegex(@"^File: (?<file>.*)\n(?<body>(?:(?!^File: ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^(?=/\S.*:$)", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
