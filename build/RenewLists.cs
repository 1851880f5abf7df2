#:property PublishAot=false
#:property Nullable=enable

// Renews the dated lists of src/TrustedPublishing.Distributions/Data from files that were fetched before; it fetches nothing itself.
//
//   dotnet run build/RenewLists.cs -- --data src/TrustedPublishing.Distributions/Data --date 2026-09-21
//     --classifiers trove_classifiers/__init__.py   --classifiers-version 2026.9.21.13
//     --spdx packaging/licenses/_spdx.py            (the version stands in it)
//     --stdlib stdlib_list/lists                    --stdlib-version 0.12.0
//     --characters UnicodeData.txt                  --characters-version 16.0.0
//     --platforms warehouse/forklift/legacy.py      --platforms-version 6b62157
//
// Only the lists that are named are written. The date is the last day on which PyPI was known to use them. Python is not run: the files are read
// as text.

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : throw new ArgumentException($"{pair[0]} has no value."));
var data = options["--data"];
var date = DateOnly.ParseExact(options["--date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

Renew("classifiers", "Classifiers that PyPI accepts. One a line; a deprecated one is followed by \"deprecated\" and its replacements.", "trove-classifiers", Classifiers);
Renew("spdx", "SPDX identifiers: kind and official spelling.", "SPDX License List", Spdx);
Renew("stdlib", "Modules of Python's standard library, in normal form.", "stdlib-list", StandardLibrary);
Renew("characters", "Names of characters that do not show: separators, format characters, and the usual combining marks.", "Unicode", Characters);
Renew("platforms", "Platform tags of wheels that PyPI accepts: kind of list and value.", "pypi/warehouse", Platforms);

void Renew(string name, string title, string source, Func<string, IEnumerable<string>> read)
{
    if (options.TryGetValue($"--{name}", out var path))
    {
        string[] rows = [.. read(path)];
        if (rows.Length < 20)
        {
            throw new InvalidDataException($"{path} holds {rows.Length} entries for {name}.txt; is it the right file?");
        }

        var version = options.GetValueOrDefault($"--{name}-version") ?? VersionIn(path) ?? throw new ArgumentException($"--{name}-version is missing.");
        var target = Path.Combine(data, $"{name}.txt");
        var before = File.Exists(target) ? File.ReadLines(target).Where(row => !row.StartsWith('#')).ToHashSet() : [];
        File.WriteAllText(target, string.Concat(new[] { $"# {title}", $"# date: {date:yyyy-MM-dd}", $"# source: {source} {version}" }.Concat(rows).Select(row => row + "\n")));
        Console.WriteLine($"{name}.txt: {rows.Length} rows, {rows.Count(row => !before.Contains(row))} new, {before.Count(row => !rows.Contains(row))} gone.");
    }
}

static string? VersionIn(string path) => File.Exists(path) && Regex.Match(File.ReadAllText(path), @"^VERSION\s*=\s*['""](.+?)['""]", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : null;

// sorted_classifiers: [ "…", … ] and deprecated_classifiers: { "…": ["…", …], … }
static IEnumerable<string> Classifiers(string path)
{
    var text = File.ReadAllText(path);
    var current = Strings(Block(text, "sorted_classifiers", '[', ']')).ToHashSet();
    var deprecated = Regex.Matches(Block(text, "deprecated_classifiers", '{', '}'), """(["'])(?<name>.+?)\1\s*:\s*\[(?<by>[^\]]*)\]""")
        .ToDictionary(match => match.Groups["name"].Value, match => Strings(match.Groups["by"].Value).ToArray());
    return current.Union(deprecated.Keys).Order(StringComparer.Ordinal)
        .Select(name => deprecated.TryGetValue(name, out var by) ? string.Join('\t', [name, "deprecated", .. by]) : name);
}

// LICENSES and EXCEPTIONS: '…': {'id': '…', 'deprecated': …}
static IEnumerable<string> Spdx(string path)
{
    var text = File.ReadAllText(path);
    return Identifiers("LICENSES", "license").Concat(Identifiers("EXCEPTIONS", "exception"));

    IEnumerable<string> Identifiers(string block, string kind) =>
        Regex.Matches(Block(text, block, '{', '}'), @"['""]id['""]\s*:\s*['""](?<id>[^'""]+)").Select(match => $"{kind}\t{match.Groups["id"].Value}").Order(StringComparer.Ordinal);
}

// One file per Python version, one module a line; a module within others forbids their names, too.
static IEnumerable<string> StandardLibrary(string folder) =>
    Directory.EnumerateFiles(folder, "*.txt").SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.Length > 0)
        .SelectMany(module => module.Split('.').Select((_, index) => string.Join('.', module.Split('.').Take(index + 1))))
        .Select(name => Regex.Replace(name.Trim('-', '_', '.'), "[-_.]+", "-").ToLowerInvariant())
        .Distinct().Order(StringComparer.Ordinal);

// code;name;category;…
static IEnumerable<string> Characters(string path) =>
    File.ReadLines(path).Select(line => line.Split(';'))
        .Where(fields => fields[2] is "Zs" or "Zl" or "Zp" or "Cf" || (fields[2][0] == 'M' && fields[0] is [_, _, _, _] && IsUsual(fields[0])))
        .Select(fields => $"{fields[0]}\t{fields[1]}");

static bool IsUsual(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is (>= 0x300 and <= 0x36F) or (>= 0xFE00 and <= 0xFE0F);

// The sets of strings before _valid_platform_tag. What its regular expressions look like is code, which is compared by hand.
static IEnumerable<string> Platforms(string path)
{
    var text = File.ReadAllText(path);
    (string Set, string Kind)[] sets =
        [("_allowed_platforms", "tag"), ("_macosx_major_versions", "macosx-version"), ("_macosx_arches", "macosx"), ("_jointlinux_arches", "linux"), ("_ios_arches", "ios"), ("_android_arches", "android")];
    var manylinux = Regex.Match(text, @"^_manylinux_arches = _jointlinux_arches \| \{(?<more>.*?)\}", RegexOptions.Multiline).Groups["more"].Value;
    return sets.SelectMany(set => Strings(Block(text, set.Set, '{', '}')).Select(value => $"{set.Kind}\t{value}")).Concat(Strings(manylinux).Select(value => $"manylinux\t{value}"));
}

// What stands in the brackets that follow a name and an equals sign.
static string Block(string text, string name, char open, char close)
{
    var match = Regex.Match(text, $@"^{name}\b[^=\n]*=\s*\{open}", RegexOptions.Multiline);
    if (!match.Success)
    {
        throw new InvalidDataException($"The file has no {name}.");
    }

    var start = match.Index + match.Length;
    var depth = 1;
    for (var at = start; at < text.Length; at++)
    {
        depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
        if (depth == 0)
        {
            return text[start..at];
        }
    }

    throw new InvalidDataException($"{name} does not end.");
}

// String literals without escapes, which these files do not have.
static IEnumerable<string> Strings(string text) => Regex.Matches(text, """(["'])(?<text>.*?)\1""").Select(match => match.Groups["text"].Value);
