using System.Text;
using static TrustedPublishing.Testing.Archives.ArchiveCases;

namespace TrustedPublishing.Testing.Archives;

/// <summary>The required content of a wheel.</summary>
internal static class WheelCases
{
    private const string Record = $"Wheel '{TestWheel.FileName}' does not contain the required RECORD file: {TestWheel.Folder}/RECORD";
    private const string Metadata = $"Wheel '{TestWheel.FileName}' does not contain the required METADATA file: {TestWheel.Folder}/METADATA";
    private const string PyArmor = "PyArmor-encrypted content is not allowed. See https://pypi.org/policy/acceptable-use-policy/ for more information.";
    private const string SourceDefender = "SourceDefender-encrypted content is not allowed. See https://pypi.org/policy/acceptable-use-policy/ for more information.";
    private const string License = $"{TestWheel.Folder}/licenses/LICENSE.txt";

    public static IReadOnlyList<ArchiveCase> All { get; } = [.. Contents(), .. Records(), .. Kinds(), .. Encrypted(), .. Namesakes()];

    private static IEnumerable<ArchiveCase> Contents() =>
    [
        Wheel("nothing wrong", TestWheel.Bytes),
        Wheel("without METADATA", TestWheel.Without($"{TestWheel.Folder}/METADATA"), Metadata),
        Wheel("without WHEEL", TestWheel.Without($"{TestWheel.Folder}/WHEEL"), Invalid($"WHEEL not found at {TestWheel.Folder}/WHEEL")),
        new("wheel: renamed", "greeter-1.0.0-py3-none-any.whl", TestWheel.Bytes, Invalid("WHEEL not found at greeter-1.0.0.dist-info/WHEEL")),
        new("wheel: two parts in the name", "greeter-1.0.whl", TestWheel.Bytes, Invalid("Unable to parse name and version from wheel filename")),
        new("wheel: licence missing", TestWheel.FileName, TestWheel.Bytes, $"License-File LICENSE.txt does not exist in distribution file {TestWheel.FileName} at {License}")
            { Fields = [("license_file", "LICENSE.txt")] },
        new("wheel: licence there", TestWheel.FileName, () => ZipForge.Pack(TestWheel.With(new ZipPart(License, "MIT")))) { Fields = [("license_file", "LICENSE.txt")] },
        Wheel("with folders", TestWheel.With(new ZipPart("greeter/", ""), new ZipPart($"{TestWheel.Folder}/", ""))),
        Wheel("member outside", TestWheel.With(new ZipPart("../evil.txt", "x"))) with { Warning = "outside of the wheel" },
    ];

    private static IEnumerable<ArchiveCase> Records() =>
    [
        Wheel("without RECORD", TestWheel.Without($"{TestWheel.Folder}/RECORD"), Record),
        Wheel("RECORD not UTF-8", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/RECORD", [0xFF, 0xFE])), Record),
        Wheel("RECORD with an empty line", TestWheel.Recording([.. TestWheel.Lines(), ""]), Fatal($"{TestWheel.Folder}/RECORD has a blank line")),
        Wheel("RECORD with an empty line between", TestWheel.Recording(["", .. TestWheel.Lines()]), Fatal($"{TestWheel.Folder}/RECORD has a blank line")),
        Wheel("RECORD with a form feed", TestWheel.Recording([.. TestWheel.Lines(), "a\f,,"])) with { Warning = "does not contain , a" },
        Wheel("RECORD with an empty line in quotes", TestWheel.Recording([.. TestWheel.Lines(), "\"a\n\nb\",,"])) with { Warning = "does not contain ab" },
        Wheel("RECORD with a quote that stays open", TestWheel.Recording([.. TestWheel.Lines(), "\"a"])) with { Warning = "does not contain a" },
        Wheel("RECORD with a quote inside", TestWheel.Recording([.. TestWheel.Lines(), "a\"b,,"])) with { Warning = "does not contain a\"b" },
        Wheel("RECORD with a field of 131,072", TestWheel.Recording([.. TestWheel.Lines(), $"{new string('a', 131_072)},,"])) with { Warning = "does not contain aaa" },
        Wheel("RECORD with a field of 131,073", TestWheel.Recording([.. TestWheel.Lines(), $"{new string('a', 131_073)},,"]), Record),
        Wheel("RECORD with a hash of 131,073", TestWheel.Recording([.. TestWheel.Lines(), $"a,{new string('a', 131_073)},"]), Record),
        Wheel("RECORD with a long field before a blank line", TestWheel.Recording([.. TestWheel.Lines(), new string('a', 131_073), ""]), Record),
        Wheel("RECORD with a blank line before a long field", TestWheel.Recording([.. TestWheel.Lines(), "", new string('a', 131_073)]), Fatal($"{TestWheel.Folder}/RECORD has a blank line")),
        Wheel("damaged RECORD", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/RECORD", "x") with { Crc = 1 }), Fatal($"{TestWheel.Folder}/RECORD cannot be read")),
        Wheel("damaged METADATA", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", "x") with { Crc = 1 }), Fatal($"{TestWheel.Folder}/METADATA cannot be read")),
        Wheel("damaged entry points", TestWheel.With(new ZipPart($"{TestWheel.Folder}/entry_points.txt", "x") with { Crc = 1 }), Fatal($"{TestWheel.Folder}/entry_points.txt cannot be read")),
        Wheel("damaged licence", TestWheel.With(new ZipPart(License, "x") with { Crc = 1 }), Fatal($"{License} cannot be read")) with { Fields = [("license_file", "LICENSE.txt")] },
        Wheel("RECORD lacks a member", TestWheel.Recording(TestWheel.Lines().Skip(1))) with { Warning = "does not list greeter/__init__.py" },
        Wheel("RECORD lists a phantom", TestWheel.Recording([.. TestWheel.Lines(), "phantom.py,sha256=x,1"])) with { Warning = "does not contain phantom.py" },
        Wheel("RECORD lacks a hash", TestWheel.With() is var parts ? TestWheel.Recording([.. TestWheel.Lines().Skip(1), "greeter/__init__.py,,"]) : parts)
            with { Warning = "has no hash for greeter/__init__.py" },
        Wheel("RECORD with backslashes", TestWheel.Recording(TestWheel.Lines("\\"))),
        Wheel("RECORD quoted", TestWheel.Recording(TestWheel.Lines().Select(line => $"\"{line.Replace(",", "\",", StringComparison.Ordinal)}".Replace("\",1", ",1", StringComparison.Ordinal)))),
        Wheel("signatures of RECORD", [.. TestWheel.Parts, new($"{TestWheel.Folder}/RECORD.jws", "{}"), new($"{TestWheel.Folder}/RECORD.p7s", "x")]),
        Wheel("signatures elsewhere", [.. TestWheel.Parts, new("RECORD.jws", "{}"), new("RECORD.p7s", "x")]) with { Warning = "does not list RECORD.jws, RECORD.p7s" },
    ];

    private static IEnumerable<ArchiveCase> Kinds() =>
    [
        Wheel("not an archive", () => "a"u8.ToArray(), Invalid("File is not a zipfile")),
        Wheel("nothing in it", () => [], Invalid("File is not a zipfile")),
        Wheel("zip and tar", () => [.. TestSdist.Bytes(), .. TestWheel.Bytes()], Invalid("File is both a zip and a tar file")),
        Wheel("64 MiB of zeros", () => ZipForge.Pack([.. TestWheel.Parts, new ZipPart("greeter/zeros.bin", new byte[64 * 1024 * 1024]).Deflated()]), Invalid("File exceeds compression ratio of 50")),
        Wheel("compressed with bzip2", [.. TestWheel.Parts, new ZipPart("greeter/data.bin", "x") with { Method = 12 }], Invalid("File does not use a supported compression type")),
        Wheel("damaged Python file", [.. TestWheel.Parts, new ZipPart("greeter/damaged.py", "x") with { Crc = 1 }], Invalid("None")),
        Wheel("damaged WHEEL", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/WHEEL", "x") with { Crc = 1 }), Invalid("None")),
        Wheel("encrypted WHEEL", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/WHEEL", "x") with { Flags = 1 }), Fatal($"{TestWheel.Folder}/WHEEL is encrypted or patched")),
        Wheel("strongly encrypted WHEEL", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/WHEEL", "x") with { Flags = 1 << 6 }), Fatal($"{TestWheel.Folder}/WHEEL is encrypted or patched")),
        Wheel("encrypted Python file", TestWheel.With(new ZipPart("greeter/x.py", "x") with { Flags = 1 }), Fatal("greeter/x.py is encrypted or patched")),
        Wheel("encrypted licence", TestWheel.With(new ZipPart(License, "x") with { Flags = 1 }), Fatal($"{License} is encrypted or patched")) with { Fields = [("license_file", "LICENSE.txt")] },
        Wheel("encrypted data", TestWheel.With(new ZipPart("greeter/x.bin", "x") with { Flags = 1 })) with { Warning = "Members are encrypted: greeter/x.bin" },
        Wheel("five encrypted files", TestWheel.With("abcde".Select(name => new ZipPart($"{name}", "x") with { Flags = 1 }))) with { Warning = "Members are encrypted: a, b, c, d, e." },
        Wheel("seven encrypted files", TestWheel.With("gabcdef".Select(name => new ZipPart($"{name}", "x") with { Flags = 1 }))) with { Warning = "Members are encrypted: a, b, c, d, e and 2 more." },
        Wheel("WHEEL that does not inflate", TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/WHEEL", [7, 7, 7]) with { Method = 8 }), Fatal($"{TestWheel.Folder}/WHEEL cannot be decompressed")),
        Wheel("Python file that does not inflate", TestWheel.With(new ZipPart("greeter/x.py", [7, 7, 7]) with { Method = 8 }), Fatal("greeter/x.py cannot be decompressed")),
        Wheel("absolute member", TestWheel.With(new ZipPart("/etc/x", "x"))) with { Warning = "outside of the wheel" },
        new("sdist: as zip without PKG-INFO", "greeter-1.0.zip", () => ZipForge.Pack(new ZipPart("greeter-1.0/a", ""), new ZipPart("greeter-1.0/b", "")),
            Invalid("PKG-INFO not found at greeter-1.0/PKG-INFO")),
        new("sdist: as zip with two top folders", "greeter-1.0.zip", () => ZipForge.Pack(new ZipPart("a/PKG-INFO", ""), new ZipPart("b/x", "")),
            Invalid("Incorrect number of top-level directories in sdist")),
        new("sdist: as zip with absolute and relative members", "greeter-1.0.zip", () => ZipForge.Pack(new ZipPart("/greeter-1.0/PKG-INFO", ""), new ZipPart("greeter-1.0/b", "")),
            Fatal("some of its members have absolute paths and others relative ones")),
        new("sdist: as zip", "greeter-1.0.zip", () => ZipForge.Pack(new ZipPart("greeter-1.0/PKG-INFO", ""), new ZipPart("greeter-1.0/b", "")),
            "Filename 'greeter-1.0.zip' is invalid, should be 'greeter-1.0.tar.gz'."),
    ];

    /// <summary>If several members have the same name, Python reads the last; names that differ in case are different names.</summary>
    private static IEnumerable<ArchiveCase> Namesakes()
    {
        var (sound, damaged) = (new ZipPart($"{TestWheel.Folder}/WHEEL", "Wheel-Version: 1.0\n"), new ZipPart($"{TestWheel.Folder}/WHEEL", "x") with { Crc = 1 });
        var (clean, encrypted) = (new ZipPart("greeter/x.py", "pass"), new ZipPart("greeter/x.py", "__pyarmor_enter__"));
        return
        [
            Wheel("WHEEL twice, the last damaged", [.. TestWheel.Without($"{TestWheel.Folder}/WHEEL"), sound, damaged], Invalid("None")),
            Wheel("WHEEL twice, the first damaged", [.. TestWheel.Without($"{TestWheel.Folder}/WHEEL"), damaged, sound], Framing("Mis-matched data size")),
            Wheel("Python file twice, the last encrypted", [.. TestWheel.Parts, clean, encrypted], Invalid(PyArmor)),
            Wheel("Python file twice, the first encrypted", [.. TestWheel.Parts, encrypted, clean], Framing("Mis-matched data size")),
            Wheel("RECORD in lower case", [.. TestWheel.Without($"{TestWheel.Folder}/RECORD"), new($"{TestWheel.Folder}/record", "x,,\n")], Record),
            Wheel("RECORD in both cases", [.. TestWheel.With(new ZipPart($"{TestWheel.Folder}/record", [0xFF]))]),
            Wheel("METADATA in lower case", [.. TestWheel.Without($"{TestWheel.Folder}/METADATA"), new($"{TestWheel.Folder}/metadata", TestWheel.Metadata)], Metadata),
            Wheel("WHEEL in another case", [.. TestWheel.Without($"{TestWheel.Folder}/WHEEL"), new($"{TestWheel.Folder}/Wheel", "x")], Invalid($"WHEEL not found at {TestWheel.Folder}/WHEEL")),
            Wheel("entry points in another case", TestWheel.With(new ZipPart($"{TestWheel.Folder}/Entry_points.txt", "nonsense"))),
            Wheel("members that differ in case", TestWheel.With(new ZipPart("greeter/A.txt", "x"), new ZipPart("greeter/a.txt", "x"))),
            Wheel("RECORD lists another case", TestWheel.Recording([.. TestWheel.Lines().Skip(1), "GREETER/__init__.py,sha256=x,1"])) with { Warning = "does not list greeter/__init__.py" },
            Wheel("RECORD lists a member twice", TestWheel.Recording([.. TestWheel.Lines(), .. TestWheel.Lines().Take(1)])),
            new("wheel: licence in another case", TestWheel.FileName, () => ZipForge.Pack(TestWheel.With(new ZipPart($"{TestWheel.Folder}/licenses/License.txt", "MIT"))),
                $"License-File LICENSE.txt does not exist in distribution file {TestWheel.FileName} at {License}") { Fields = [("license_file", "LICENSE.txt")] },
        ];
    }

    private static IEnumerable<ArchiveCase> Encrypted() =>
    [
        Wheel("PyArmor", TestWheel.With(new ZipPart("greeter/x.py", "__pyarmor__(__name__, __file__, b'')")), Invalid(PyArmor)),
        Wheel("PyArmor's hooks", TestWheel.With(new ZipPart("greeter/x.PY", "__pyarmor_enter__").Deflated()), Invalid(PyArmor)),
        Wheel("PyArmor in another file", TestWheel.With(new ZipPart("greeter/x.txt", "__pyarmor_enter__"))),
        Wheel("PyArmor in a long file", TestWheel.With(new ZipPart("greeter/x.py", [.. "__pyarmor_enter__"u8, .. new byte[5 * 1024 * 1024]]).Deflated())),
        Wheel("SourceDefender", TestWheel.With(new ZipPart("greeter/x.pye", "---BEGIN PYE FILE---\nx\n---END PYE FILE---")), Invalid(SourceDefender)),
        Wheel("half of SourceDefender", TestWheel.With(new ZipPart("greeter/x.pye", Encoding.UTF8.GetBytes("---BEGIN PYE FILE---")))),
    ];
}
