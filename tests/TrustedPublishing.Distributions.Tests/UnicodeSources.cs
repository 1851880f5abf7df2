using System.Globalization;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Writes lists of characters back in the format of their sources in the Unicode Character Database.</summary>
internal static class UnicodeSources
{
    public static async Task WriteAsync(Func<string, string, Task> write, Func<string, string[]> rows)
    {
        var widths = rows("widths").Select(row => row.Split('\t')).ToLookup(row => row[0], row => (First: row[1], Last: row[2]));
        await write("widths/EastAsianWidth.txt", "# comment\n" + string.Concat(widths["wide"].Select((range, index) => $"{range.First}{(range.First == range.Last ? "" : $"..{range.Last}")}{(index % 2 == 0 ? ";W" : "     ; F")}  # So\n")) + "0041..005A;Na\n");
        await write("widths/UnicodeData.txt", string.Concat(widths["combining"].SelectMany(Codes).Select(code => Character(code, "", combining: 230))) + Character(0x41, "", 0));

        var letters = rows("letters").Select(row => row.Split('\t')).ToArray();
        string[] byHand = ["00DF", "00E6", "0153", "00F8"];
        await write("letters/nodes.py", "_non_id_translate: dict[int, str] = {\n    0x00f8: 'o',  # o with stroke\n}\n_non_id_translate_digraphs = {\n    0x00df: 'sz', 0x00e6: 'ae',\n    0x0153: 'oe',\n}\n");
        await write("letters/UnicodeData.txt",
            string.Concat(letters.Select(row => Character(Code(row[0]), byHand.Contains(row[0]) ? "" : "<compat> " + string.Join(' ', row[1].Select(letter => $"{(int)letter:X4}")), 0)))
            + "00C0;LATIN CAPITAL LETTER A WITH GRAVE;Lu;0;L;0041 0300;;;;N;;;;00E0;\n");

        await write("decompositions.txt.source", string.Concat(rows("decompositions").Select(row => row.Split('\t')).Select(row => Character(Code(row[0]), row[1], 0))));
    }

    private static IEnumerable<int> Codes((string First, string Last) range) => Enumerable.Range(Code(range.First), Code(range.Last) - Code(range.First) + 1);

    private static int Code(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Character(int code, string decomposition, int combining) => $"{code:X4};NAME;Lo;{combining};L;{decomposition};;;;N;;;;;\n";
}

/// <summary>Writes the list of Linux policies back in auditwheel's format, in which each policy includes the previous ones.</summary>
internal static class LinuxPolicySources
{
    public static string Many(string[] rows)
    {
        var (versions, floors) = (Of(rows, "version"), Of(rows, "floor"));
        var glibcs = versions.Concat(floors).Select(row => Version.Parse(row[2])).Append(new(2, 17)).Distinct().Order();
        return $"[{{\"name\": \"linux\"}}, {string.Join(", ", glibcs.Select(Policy))}]";

        string Policy(Version glibc) => $$"""{"name": "manylinux_{{glibc.Major}}_{{glibc.Minor}}", "symbol_versions": {{{string.Join(", ", Architectures(glibc))}}}, "lib_whitelist": [{{Libraries(rows, "manylinux")}}]}""";

        IEnumerable<string> Architectures(Version glibc) =>
            floors.Where(row => Version.Parse(row[2]) <= glibc).Select(row => row[1]).Append("x86_64").Select(architecture => $"\"{architecture}\": {{{string.Join(", ", Families(glibc))}}}");

        IEnumerable<string> Families(Version glibc) => versions.Where(row => Version.Parse(row[2]) <= glibc).Select(row => row[1].Split('_', 2)).Append(["GLIBC", "2.17"])
            .GroupBy(parts => parts[0], parts => parts[1]).Select(family => $"\"{family.Key}\": [{string.Join(", ", family.Select(version => $"\"{version}\""))}]");
    }

    public static string Musl(string[] rows) => $$"""[{"name": "musllinux_1_2", "symbol_versions": {}, "lib_whitelist": [{{Libraries(rows, "musllinux")}}]}]""";

    private static string[][] Of(string[] rows, string kind) => [.. rows.Select(row => row.Split('\t')).Where(row => row[0] == kind)];

    private static string Libraries(string[] rows, string family) => string.Join(", ", Of(rows, "library").Where(row => row[1] == family).Select(row => $"\"{row[2]}\""));
}
