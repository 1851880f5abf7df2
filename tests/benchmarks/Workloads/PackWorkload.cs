namespace TrustedPublishing.Benchmarks.Workloads;

/// <summary>
/// A project and payloads for its wheels: files with the headers of Linux programs, whose other content compresses about as well as that of real
/// programs.
/// </summary>
internal static class PackWorkload
{
    private const int PieceSize = 1 << 16;

    /// <summary>Runtime identifiers with the header of a program for each.</summary>
    private static readonly (string Runtime, byte[] Header)[] Machines =
    [
        ("linux-x64", Elf(62)), ("linux-arm64", Elf(183)), ("linux-x86", Elf(3, is64: false)), ("linux-arm", Elf(40, is64: false)), ("linux-ppc64le", Elf(21)),
        ("linux-s390x", Elf(22, isBigEndian: true)), ("linux-riscv64", Elf(243)), ("osx-x64", MachO()),
    ];

    public static string Project(string folder) => Path.Combine(folder, "project");

    /// <summary>A small payload for warming up.</summary>
    public static IReadOnlyDictionary<string, string> Small(string folder) => new Dictionary<string, string> { ["linux-x64"] = Path.Combine(folder, "small") };

    public static IReadOnlyDictionary<string, string> Payload(string folder) => new Dictionary<string, string> { ["linux-x64"] = Path.Combine(folder, "payload") };

    /// <summary>One for each of eight platforms.</summary>
    public static IReadOnlyDictionary<string, string> Platforms(string folder) => Machines.ToDictionary(machine => machine.Runtime, machine => Path.Combine(folder, machine.Runtime));

    public static void Write(string folder, bool tiny)
    {
        var package = Directory.CreateDirectory(Path.Combine(Project(folder), "src", "benched")).FullName;
        File.WriteAllText(Path.Combine(package, "__init__.py"), "");
        File.WriteAllText(Path.Combine(Project(folder), "pyproject.toml"), "[project]\nname = \"benched\"\nversion = \"1.0\"\n");
        Program(Path.Combine(folder, "small"), 1 << 16, Machines[0]);
        Program(Path.Combine(folder, "payload"), tiny ? 1 << 20 : 100 << 20, Machines[0]);
        foreach (var machine in Machines)
        {
            Program(Path.Combine(folder, machine.Runtime), tiny ? 1 << 18 : 30 << 20, machine);
        }
    }

    private static void Program(string path, int length, (string Runtime, byte[] Header) machine)
    {
        using var file = File.Create(path);
        file.Write(machine.Header);
        var random = new Random(length);
        for (var (left, piece) = (length, new byte[PieceSize]); left > 0; left -= PieceSize)
        {
            var part = piece.AsSpan(0, Math.Min(left, PieceSize));
            random.NextBytes(part[..(part.Length / 3)]);
            for (var at = part.Length / 3; at < part.Length; at++)
            {
                part[at] = part[random.Next(8) == 0 ? random.Next(part.Length / 3) : at % 1021];
            }

            file.Write(part);
        }
    }

    /// <summary>A header with nothing after it: a program that needs no library.</summary>
    private static byte[] Elf(ushort machine, bool is64 = true, bool isBigEndian = false)
    {
        var header = new byte[64];
        byte[] identification = [0x7F, (byte)'E', (byte)'L', (byte)'F', (byte)(is64 ? 2 : 1), (byte)(isBigEndian ? 2 : 1), 1];
        identification.CopyTo(header, 0);
        var (low, high) = isBigEndian ? (1, 0) : (0, 1);
        header[16 + low] = 2;
        header[18 + low] = (byte)machine;
        header[18 + high] = (byte)(machine >> 8);
        return header;
    }

    /// <summary>A header for x86-64 with one load command: the oldest macOS is 10.14.</summary>
    private static byte[] MachO() =>
    [
        0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0x24, 0, 0, 0, 16, 0, 0, 0, 0, 14, 10, 0, 0, 0, 0, 0,
    ];
}
