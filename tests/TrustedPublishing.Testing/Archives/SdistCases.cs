using static TrustedPublishing.Testing.Archives.ArchiveCases;

namespace TrustedPublishing.Testing.Archives;

/// <summary>The required content of a source distribution.</summary>
internal static class SdistCases
{
    private const string TopFolders = "Incorrect number of top-level directories in sdist";
    private const string PyArmor = "PyArmor-encrypted content is not allowed. See https://pypi.org/policy/acceptable-use-policy/ for more information.";

    public static IReadOnlyList<ArchiveCase> All { get; } = [.. Contents(), .. Kinds(), .. Licenses()];

    private static IEnumerable<ArchiveCase> Contents() =>
    [
        Sdist("nothing wrong", () => TestSdist.Start().End()),
        Sdist("with folders", () => new TarForge().Member("greeter-1.0/", '5').Member("greeter-1.0/greeter/", '5').File("greeter-1.0/PKG-INFO", "x").End()),
        Sdist("two top folders", () => TestSdist.Start().File("other/x", "x").End(), Invalid(TopFolders)),
        Sdist("no top folder", () => new TarForge().File("PKG-INFO", "x").File("setup.py", "x").End(), Invalid(TopFolders)),
        Sdist("nothing in it", () => new TarForge().End(), Invalid(TopFolders)),
        Sdist("no PKG-INFO", () => new TarForge().File("greeter-1.0/a", "x").File("greeter-1.0/b", "x").End(), Invalid("PKG-INFO not found at greeter-1.0/PKG-INFO")),
        Sdist("only PKG-INFO", () => new TarForge().File("greeter-1.0/PKG-INFO", "x").End(), Invalid("PKG-INFO not found at greeter-1.0/PKG-INFO/PKG-INFO")),
        Sdist("names with ./", () => new TarForge().File("./greeter-1.0/PKG-INFO", "x").File("./greeter-1.0/b", "x").End(), Invalid("PKG-INFO not found at greeter-1.0/PKG-INFO")),
        Sdist("absolute names", () => new TarForge().File("/greeter-1.0/PKG-INFO", "x").File("/greeter-1.0/b", "x").End()) with { Warning = "outside the archive's folder" },
        Sdist("absolute and relative names", () => TestSdist.Start().File("/greeter-1.0/b", "x").End(), Fatal("some of its members have absolute paths and others relative ones")),
        Sdist("PKG-INFO in lower case", () => new TarForge().File("greeter-1.0/pkg-info", "x").File("greeter-1.0/b", "x").End(), Invalid("PKG-INFO not found at greeter-1.0/PKG-INFO")),
        Sdist("top folders that differ in case", () => TestSdist.Start().File("Greeter-1.0/b", "x").End(), Invalid(TopFolders)),
        Sdist("a member twice", () => TestSdist.Start().File("greeter-1.0/PKG-INFO", TestWheel.Metadata).End()),
        Sdist("two folders deep", () => new TarForge().File("a/b/PKG-INFO", TestWheel.Metadata).File("a/b/x", "x").End()),
        Sdist("two folders deep with PKG-INFO in the first", () => new TarForge().File("a/PKG-INFO", TestWheel.Metadata).File("a/b/x", "x").End()),
        Sdist("PKG-INFO is a link", () => new TarForge().Member("greeter-1.0/PKG-INFO", '2', link: "x").File("greeter-1.0/x", TestWheel.Metadata).End()),
        Sdist("PKG-INFO is a folder", () => new TarForge().Member("greeter-1.0/PKG-INFO", '5').File("greeter-1.0/x", "x").End()),
        Sdist("other top folder", () => new TarForge().File("whatever/PKG-INFO", "x").File("whatever/b", "x").End()),
        Sdist("PyArmor", () => TestSdist.Start().File("greeter-1.0/x.py", "__pyarmor__(__name__, __file__, b'')").End(), Invalid(PyArmor)),
        Sdist("PyArmor in another file", () => TestSdist.Start().File("greeter-1.0/x.md", "__pyarmor_enter__").End()),
        Sdist("path outside", () => TestSdist.Start().File("greeter-1.0/../../evil", "x").End()) with { Warning = "greeter-1.0/../../evil" },
        Sdist("link outside", () => TestSdist.Start().Member("greeter-1.0/a/link", '2', link: "../../../etc/passwd").End()) with { Warning = "greeter-1.0/a/link" },
        Sdist("link inside", () => TestSdist.Start().Member("greeter-1.0/a/link", '2', link: "../PKG-INFO").End()),
        Sdist("hard link outside", () => TestSdist.Start().Member("greeter-1.0/link", '1', link: "/etc/passwd").End()) with { Warning = "greeter-1.0/link" },
        Sdist("device", () => TestSdist.Start().Member("greeter-1.0/null", '3').End()) with { Warning = "greeter-1.0/null" },
    ];

    private static IEnumerable<ArchiveCase> Kinds() =>
    [
        Made("garbage", () => "Definitely not a valid tar file."u8.ToArray(), Invalid("File is not a tarfile")),
        Made("empty file", () => [], Invalid("File is not a tarfile")),
        Made("compressed garbage", () => Gzip.Compress("Definitely not a valid tar file."u8.ToArray()), Invalid("File is not a tarfile")),
        Made("compressed nothing", () => Gzip.Compress([]), Invalid("File is not a tarfile")),
        Made("not compressed", () => TestSdist.Start().End().ToArray(), Invalid("None")),
        Made("a wheel", TestWheel.Bytes, Invalid("File is not a tarfile")),
        Made("zip and tar", () => [.. TestSdist.Bytes(), .. TestWheel.Bytes()], Invalid("File is both a zip and a tar file")),
    ];

    private static IEnumerable<ArchiveCase> Licenses() =>
    [
        Made("licence missing", TestSdist.Bytes, $"License-File LICENSE.txt does not exist in distribution file {TestSdist.FileName} at greeter-1.0/LICENSE.txt")
            with { Fields = [("license_file", "LICENSE.txt")] },
        Made("licence there", () => TestSdist.Start().File("greeter-1.0/licenses/MIT", "x").End().Compressed()) with { Fields = [("license_file", "licenses/MIT")] },
        Made("licence in another case", () => TestSdist.Start().File("greeter-1.0/license", "x").End().Compressed(),
            $"License-File LICENSE does not exist in distribution file {TestSdist.FileName} at greeter-1.0/LICENSE") with { Fields = [("license_file", "LICENSE")] },
        Made("licence that is empty", TestSdist.Bytes) with { Fields = [("license_file", "")] },
        Made("licence elsewhere", () => TestSdist.Start().File("greeter-1.0/sub/LICENSE", "x").End().Compressed(),
            $"License-File LICENSE does not exist in distribution file {TestSdist.FileName} at greeter-1.0/LICENSE") with { Fields = [("license_file", "LICENSE")] },
    ];

    private static ArchiveCase Made(string name, Func<byte[]> content, string? refusal = null) => new($"sdist: {name}", TestSdist.FileName, content, refusal);
}
