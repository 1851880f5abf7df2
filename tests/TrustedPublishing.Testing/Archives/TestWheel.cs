namespace TrustedPublishing.Testing.Archives;

/// <summary>A small, valid wheel, in which tests change one thing.</summary>
public static class TestWheel
{
    /// <summary>The file name.</summary>
    public const string FileName = "greeter-1.0-py3-none-any.whl";

    /// <summary>The folder of its metadata.</summary>
    public const string Folder = "greeter-1.0.dist-info";

    /// <summary>METADATA.</summary>
    public const string Metadata = "Metadata-Version: 2.4\nName: greeter\nVersion: 1.0\n\nGreets.\n";

    /// <summary>A hash in RECORD's format; it is not compared.</summary>
    private const string Hash = "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    /// <summary>All members.</summary>
    public static IReadOnlyList<ZipPart> Parts { get; } = With();

    /// <summary>The file.</summary>
    public static byte[] Bytes() => ZipForge.Pack(Parts);

    /// <summary>All members and additional ones, which RECORD lists too.</summary>
    public static IReadOnlyList<ZipPart> With(params IEnumerable<ZipPart> others)
    {
        ZipPart[] parts =
        [
            new("greeter/__init__.py", "def greet(): return 'Hello'\n"),
            .. others,
            new ZipPart($"{Folder}/METADATA", Metadata).Deflated(),
            new($"{Folder}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        ];
        var lines = parts.Select(part => System.Text.Encoding.UTF8.GetString(part.LocalName)).Where(name => !name.EndsWith('/')).Distinct();
        return [.. parts, Record([.. lines.Select(name => $"{name},{Hash},1"), $"{Folder}/RECORD,,"])];
    }

    /// <summary>All members except one.</summary>
    public static IReadOnlyList<ZipPart> Without(string name) =>
        [.. Parts.Where(part => System.Text.Encoding.UTF8.GetString(part.LocalName) != name)];

    /// <summary>All members, with one replaced by another with the same name.</summary>
    public static IReadOnlyList<ZipPart> Replacing(ZipPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return [.. Parts.Select(each => each.LocalName.AsSpan().SequenceEqual(part.LocalName) ? part : each)];
    }

    /// <summary>All members with a different RECORD.</summary>
    public static IReadOnlyList<ZipPart> Recording(params IEnumerable<string> lines) => Replacing(Record([.. lines]));

    /// <summary>The lines of the correct RECORD.</summary>
    public static IEnumerable<string> Lines(string separator = "/") =>
        Parts.Select(part => System.Text.Encoding.UTF8.GetString(part.LocalName).Replace("/", separator, StringComparison.Ordinal)).Select(name => $"{name},{Hash},1");

    /// <summary>All members and entry_points.txt.</summary>
    public static IReadOnlyList<ZipPart> WithEntryPoints(byte[] content) => With(new ZipPart($"{Folder}/entry_points.txt", content));

    private static ZipPart Record(string[] lines) => new($"{Folder}/RECORD", string.Concat(lines.Select(line => $"{line}\n")));
}
