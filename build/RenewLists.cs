#:property PublishAot=false
#:property Nullable=enable

// Updates the dated lists in src/TrustedPublishing.Distributions/Data from files that were downloaded beforehand; it downloads nothing itself.
//
//   dotnet run build/RenewLists.cs -- --data src/TrustedPublishing.Distributions/Data --date 2026-09-21
//     --classifiers trove_classifiers/__init__.py   --classifiers-version 2026.9.21.13
//     --spdx packaging/licenses/_spdx.py            (which contains its version)
//     --stdlib stdlib_list/lists                    --stdlib-version 0.12.0
//     --characters UnicodeData.txt                  --characters-version 16.0.0
//     --platforms warehouse/forklift/legacy.py      --platforms-version 6b62157
//     --lexers pygments/lexers/_mapping.py          --lexers-version 2.20.0
//     --widths FOLDER (EastAsianWidth.txt, UnicodeData.txt)            --widths-version 16.0.0
//     --letters FOLDER (UnicodeData.txt, and nodes.py of docutils)     --letters-version 16.0.0
//     --decompositions UnicodeData.txt              --decompositions-version 16.0.0
//     --manylinux auditwheel/policy (manylinux-policy.json, musllinux-policy.json)   --manylinux-version 6.7.0
//
//   dotnet run build/RenewLists.cs -- --data src/TrustedPublishing.Nuke/Workflow/Data --date 2026-09-21
//     --actions .github/workflows/release.yml       (its pins, for the actions in the list)
//
// Only the lists that are given are written. The date is the last day on which PyPI was known to use them. Python is not run: the files are read as
// text.

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : throw new ArgumentException($"{pair[0]} has no value."));
var data = options["--data"];
var date = DateOnly.ParseExact(options["--date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

Renew("classifiers", "Classifiers that PyPI accepts. One a line; a deprecated one is followed by \"deprecated\" and its replacements.", "trove-classifiers", Classifiers);
Renew("spdx", "SPDX identifiers: kind and official spelling.", "SPDX License List", Spdx);
Renew("stdlib", "Modules of Python's standard library, in normal form.", "stdlib-list", StandardLibrary);
Renew("characters", "Names of characters that do not show: separators, format characters, and the usual combining marks.", "Unicode", Characters);
Renew("lexers", "Names of the languages that Pygments highlights.", "Pygments", Lexers);
Renew("widths", "Characters that take two columns of a terminal (wide) or none (combining): kind, first and last code point.", "Unicode", Widths);
Renew("letters", "What docutils makes of letters in identifiers: code point and ASCII characters (compatibility decomposition, and some letters by hand).", "Unicode", Letters);
Renew("decompositions", "Characters and what they are made of: the canonical decompositions, without Hangul syllables, which are computed.", "Unicode", Decompositions);
Renew("manylinux",
    "The manylinux policies (PEP 600): the first glibc whose distributions have a symbol version (of several architectures, the highest), the first of an architecture, and the libraries that all have. Rows: version, symbol version, glibc; floor, architecture, glibc; library, family, name.",
    "pypa/auditwheel", LinuxPolicies);
Renew("platforms", "Platform tags of wheels that PyPI accepts: kind of list and value.", "pypi/warehouse", Platforms);

if (options.TryGetValue("--actions", out var workflow))
{
    RenewActions(workflow);
}

// Only the actions in the list that the workflow uses.
void RenewActions(string path)
{
    var target = Path.Combine(data, "actions.txt");
    var pins = Regex.Matches(File.ReadAllText(path), @"^ *(?:- )?uses: (?<repository>\S+)@(?<commit>[0-9a-f]{40}) # (?<version>v[0-9]+\.[0-9]+\.[0-9]+)\r?$", RegexOptions.Multiline)
        .DistinctBy(match => match.Groups["repository"].Value).ToDictionary(match => match.Groups["repository"].Value, match => $"{match.Groups["version"].Value}\t{match.Groups["commit"].Value}");
    if (pins.Count == 0)
    {
        throw new InvalidDataException($"{path} holds no pinned action; is it the right file?");
    }

    var lines = File.ReadAllLines(target).Select(line => line.StartsWith("# date: ", StringComparison.Ordinal) ? $"# date: {date:yyyy-MM-dd}" : pins.TryGetValue(line.Split('\t')[0], out var pin) ? $"{line.Split('\t')[0]}\t{pin}" : line);
    File.WriteAllText(target, string.Concat(lines.Select(line => line + "\n")));
    Console.WriteLine($"actions.txt: {string.Join(", ", File.ReadAllLines(target).Where(line => !line.StartsWith('#') && !pins.ContainsKey(line.Split('\t')[0])).Select(line => $"{line.Split('\t')[0]} is not in {path}"))}");
}

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

// One file per Python version with one module per line; a submodule also reserves the names of its parents.
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

// The sets of strings before _valid_platform_tag. Its regular expressions are code, which must be compared by hand.
static IEnumerable<string> Platforms(string path)
{
    var text = File.ReadAllText(path);
    (string Set, string Kind)[] sets =
        [("_allowed_platforms", "tag"), ("_macosx_major_versions", "macosx-version"), ("_macosx_arches", "macosx"), ("_jointlinux_arches", "linux"), ("_ios_arches", "ios"), ("_android_arches", "android")];
    var manylinux = Regex.Match(text, @"^_manylinux_arches = _jointlinux_arches \| \{(?<more>.*?)\}", RegexOptions.Multiline).Groups["more"].Value;
    return sets.SelectMany(set => Strings(Block(text, set.Set, '{', '}')).Select(value => $"{set.Kind}\t{value}")).Concat(Strings(manylinux).Select(value => $"manylinux\t{value}"));
}

// LEXERS: 'Class': ('module', 'Name', ('alias', …), …), …
static IEnumerable<string> Lexers(string path) =>
    Regex.Matches(Block(File.ReadAllText(path), "LEXERS", '{', '}'), """^\s*'\w+': \('[^']*', (?:'[^']*'|"[^"]*"), \((?<aliases>[^)]*)\)""", RegexOptions.Multiline)
        .SelectMany(match => Strings(match.Groups["aliases"].Value)).Select(alias => alias.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);

// first[..last];W and code;name;category;combining class;…
static IEnumerable<string> Widths(string folder)
{
    var wide = File.ReadLines(Path.Combine(folder, "EastAsianWidth.txt")).Select(line => Regex.Match(line, @"^(?<first>\w+)(?:\.\.(?<last>\w+))?\s*;\s*[WF]\b")).Where(match => match.Success)
        .SelectMany(match => Range(Code(match.Groups["first"].Value), Code(match.Groups["last"] is { Success: true, Value: var last } ? last : match.Groups["first"].Value)));
    var combining = UnicodeData(Path.Combine(folder, "UnicodeData.txt")).Where(fields => fields[3] != "0").Select(fields => Code(fields[0]));
    return Ranges(wide).Select(range => $"wide\t{range}").Concat(Ranges(combining).Select(range => $"combining\t{range}"));
}

static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);

static IEnumerable<string> Ranges(IEnumerable<int> codes)
{
    int[] sorted = [.. codes.Order()];
    var starts = Enumerable.Range(0, sorted.Length).Where(at => at == 0 || sorted[at - 1] != sorted[at] - 1).ToArray();
    return starts.Zip(starts.Skip(1).Append(sorted.Length), (start, next) => $"{sorted[start]:X4}\t{sorted[next - 1]:X4}");
}

// Names are converted to lower case before they become identifiers, so capitals never occur; only letters and digits matter.
static IEnumerable<string> Letters(string folder)
{
    var nodes = File.ReadAllText(Path.Combine(folder, "nodes.py"));
    var byHand = new[] { "_non_id_translate", "_non_id_translate_digraphs" }.SelectMany(name => Regex.Matches(Block(nodes, name, '{', '}'), @"0x(?<code>[0-9a-f]+):\s*['""](?<text>\w+)['""]"))
        .ToDictionary(match => Code(match.Groups["code"].Value), match => match.Groups["text"].Value);
    var data = UnicodeData(Path.Combine(folder, "UnicodeData.txt")).ToDictionary(fields => Code(fields[0]));
    return from letter in data
           where letter.Key is > 0x7F and <= 0xFFFF && letter.Value[13].Length == 0
           let text = byHand.GetValueOrDefault(letter.Key) ?? string.Concat(Decomposed(data, letter.Key, compatibly: true).Where(code => code <= 0x7F).Select(code => (char)code))
           where text.Any(char.IsAsciiLetterOrDigit)
           select $"{letter.Key:X4}\t{text}";
}

static IEnumerable<string> Decompositions(string path)
{
    var data = UnicodeData(path).ToDictionary(fields => Code(fields[0]));
    return data.Where(character => character.Value[5].Length > 0 && character.Value[5][0] != '<')
        .Select(character => $"{character.Key:X4}\t{string.Join(' ', Decomposed(data, character.Key, compatibly: false).Select(code => $"{code:X4}"))}");
}

static IEnumerable<int> Decomposed(Dictionary<int, string[]> data, int code, bool compatibly) =>
    !data.TryGetValue(code, out var fields) || fields[5].Length == 0 || (fields[5][0] == '<' && !compatibly) ? [code]
    : fields[5].Split(' ').Where(part => part[0] != '<').SelectMany(part => Decomposed(data, Code(part), compatibly));

static IEnumerable<string[]> UnicodeData(string path) => File.ReadLines(path).Select(line => line.Split(';'));

static int Code(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

// [{"name": "manylinux_2_17", "symbol_versions": {architecture: {family: [version, …]}}, "lib_whitelist": […]}, …]
static IEnumerable<string> LinuxPolicies(string folder)
{
    Version floor = new(2, 17);
    var policies = Policies("manylinux").Select(policy => (Glibc: Max(floor, Version.Parse(policy.GetProperty("name").GetString()!["manylinux_".Length..].Replace('_', '.'))), Policy: policy)).OrderBy(policy => policy.Glibc).ToArray();
    var known = (from policy in policies
                 from architecture in policy.Policy.GetProperty("symbol_versions").EnumerateObject()
                 from family in architecture.Value.EnumerateObject()
                 from version in family.Value.EnumerateArray()
                 select (Family: family.Name, Version: version.GetString()!, Architecture: architecture.Name, policy.Glibc)).ToArray();
    var first = known.GroupBy(row => row.Architecture).ToDictionary(rows => rows.Key, rows => rows.Min(row => row.Glibc)!);
    var versions = known.Where(row => row.Family != "GLIBC" && !Regex.IsMatch(row.Version, "^(?:LDBL|IEEE128)_"))
        .GroupBy(row => (row.Family, row.Version), (key, rows) => (key.Family, key.Version, Glibc: rows.GroupBy(row => row.Architecture)
            .Select(of => of.Min(row => row.Glibc)!).Zip(rows.GroupBy(row => row.Architecture).Select(of => first[of.Key]), (glibc, own) => glibc > own ? glibc : floor).Max()!)).ToArray();
    return versions.Where(version => IsNumber(version.Version) ? !versions.Any(other => other.Family == version.Family && IsNumber(other.Version) && Number(other.Version) > Number(version.Version) && other.Glibc <= version.Glibc) : true)
        .OrderBy(version => (version.Family, !IsNumber(version.Version))).ThenBy(version => IsNumber(version.Version) ? Number(version.Version) : new(0, 0)).Select(version => $"version\t{version.Family}_{version.Version}\t{version.Glibc}")
        .Concat(first.Where(architecture => architecture.Value > floor).Select(architecture => $"floor\t{architecture.Key}\t{architecture.Value}"))
        .Concat(new[] { "manylinux", "musllinux" }.SelectMany(family => Policies(family).SelectMany(policy => policy.GetProperty("lib_whitelist").EnumerateArray()).Select(library => library.GetString()).Distinct().Select(library => $"library\t{family}\t{library}")));

    IEnumerable<JsonElement> Policies(string family) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"{family}-policy.json"))).RootElement.EnumerateArray().Where(policy => policy.GetProperty("name").GetString() != "linux");

    static bool IsNumber(string version) => Regex.IsMatch(version, @"^\d+(?:\.\d+){1,3}$");

    static Version Number(string version) => Version.Parse(version);

    static Version Max(Version left, Version right) => left > right ? left : right;
}

// The text in the brackets that follow a name and an equals sign.
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

// String literals without escapes, which do not occur in these files.
static IEnumerable<string> Strings(string text) => Regex.Matches(text, """(["'])(?<text>.*?)\1""").Select(match => match.Groups["text"].Value);
