using System.Text;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests;

/// <summary><c>build/RenewLists.cs</c>, with files in the format in which the lists are published.</summary>
public sealed class UpdatingTheLists
{
    private static readonly string[] Lists = ["characters", "classifiers", "decompositions", "letters", "lexers", "manylinux", "platforms", "spdx", "stdlib", "widths"];

    private static readonly string Data = RepositoryRoot.Combine("src", "TrustedPublishing.Distributions", "Data");

    [Fact]
    public void IsPossibleForEveryList() => Assert.Equal(Lists, Directory.EnumerateFiles(Data, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    /// <summary>The current lists, written in the format of their sources, produce the same lists.</summary>
    [Fact]
    public async Task ReproducesTheLists()
    {
        using var folder = new TemporaryDirectory();
        var classifiers = Rows("classifiers").Select(row => row.Split('\t')).ToArray();
        await WriteAsync("classifiers.py",
            $"# comment [\nsorted_classifiers: List[str] = [\n{Literals(classifiers.Where(row => row.Length == 1).Select(row => row[0]))}]\n"
            + $"deprecated_classifiers: Dict[str, List[str]] = {{\n{string.Concat(classifiers.Where(row => row.Length > 1).Select(row => $"    \"{row[0]}\": [{string.Join(", ", row[2..].Select(by => $"\"{by}\""))}],\n"))}}}\n");
        await WriteAsync("spdx.py", $"VERSION = '9.9'\n{Spdx("LICENSES", "license")}{Spdx("EXCEPTIONS", "exception")}");
        await WriteAsync("lists/3.14.txt", string.Join('\n', Rows("stdlib")));
        await WriteAsync("UnicodeData.txt", string.Concat(Rows("characters").Select(row => $"{row.Replace('\t', ';')};{(row.StartsWith("03", StringComparison.Ordinal) || row.StartsWith("FE0", StringComparison.Ordinal) ? "Mn" : "Cf")};0\n")) + "0041;LATIN CAPITAL LETTER A;Lu;0\n");
        var platforms = Rows("platforms").Select(row => row.Split('\t')).ToLookup(row => row[0], row => row[1]);
        await WriteAsync("legacy.py",
            string.Concat(new[] { ("_allowed_platforms", "tag"), ("_macosx_arches", "macosx"), ("_macosx_major_versions", "macosx-version"), ("_ios_arches", "ios"), ("_android_arches", "android"), ("_jointlinux_arches", "linux") }
                .Select(set => $"{set.Item1} = {{\n{Literals(platforms[set.Item2])}}}\n")) + $"_manylinux_arches = _jointlinux_arches | {{{string.Join(", ", platforms["manylinux"].Select(value => $"\"{value}\""))}}}\n");
        await WriteAsync("_mapping.py", $"LEXERS = {{\n{string.Concat(Rows("lexers").Select(alias => $"    'XLexer': ('a.b', 'It\\'s {alias}', ('{alias.ToUpperInvariant()}', '{alias}'), ('*.x',), ()),\n"))}}}\n".Replace("'It\\'s ", "\"It's ", StringComparison.Ordinal).Replace("', ('", "\", ('", StringComparison.Ordinal));
        await UnicodeSources.WriteAsync(WriteAsync, Rows);
        await WriteAsync("auditwheel/manylinux-policy.json", LinuxPolicySources.Many(Rows("manylinux")));
        await WriteAsync("auditwheel/musllinux-policy.json", LinuxPolicySources.Musl(Rows("manylinux")));

        var result = await RunAsync(folder.Path,
            "--lexers", "_mapping.py", "--lexers-version", "9.9", "--widths", "widths", "--widths-version", "9.9", "--letters", "letters", "--letters-version", "9.9",
            "--decompositions", "decompositions.txt.source", "--decompositions-version", "9.9", "--manylinux", "auditwheel", "--manylinux-version", "9.9",
            "--classifiers", "classifiers.py", "--classifiers-version", "9.9", "--spdx", "spdx.py", "--stdlib", "lists", "--stdlib-version", "9.9",
            "--characters", "UnicodeData.txt", "--characters-version", "9.9", "--platforms", "legacy.py", "--platforms-version", "9.9");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.All(Lists, name =>
        {
            var renewed = File.ReadAllLines(folder.Combine($"{name}.txt"));
            Assert.Equal(("# date: 2030-01-02", true), (renewed[1], renewed[2].EndsWith(" 9.9", StringComparison.Ordinal)));
            Assert.Equal(Rows(name), renewed[3..]);
        });

        async Task WriteAsync(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Combine(name))!);
            await File.WriteAllTextAsync(folder.Combine(name), text, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task CopiesThePinsOfAWorkflow()
    {
        using var folder = new TemporaryDirectory();
        var (old, renewed) = (new string('a', 40), new string('b', 40));
        folder.Write("actions.txt", $"# Actions.\n# date: 2026-08-22\nactions/attest\tv4.0.0\t{old}\nactions/checkout\tv7.0.1\t{old}\n");
        folder.Write("release.yml", $"steps:\n  - uses: actions/checkout@{renewed} # v7.2.0\n  - uses: actions/cache@{renewed} # v5.0.0\n");

        var result = await RunAsync(folder.Path, "--actions", "release.yml");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("actions/attest is not in release.yml", result.Output, StringComparison.Ordinal);
        Assert.Equal(["# Actions.", "# date: 2030-01-02", $"actions/attest\tv4.0.0\t{old}", $"actions/checkout\tv7.2.0\t{renewed}"], await File.ReadAllLinesAsync(folder.Combine("actions.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RejectsADifferentKindOfFile()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.Combine("x.py"), "sorted_classifiers = [\"one\"]\ndeprecated_classifiers = {}\n", TestContext.Current.CancellationToken);

        var result = await RunAsync(folder.Path, "--classifiers", "x.py", "--classifiers-version", "1");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("holds 1 entries for classifiers.txt; is it the right file?", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Combine("classifiers.txt")));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var result = await ChildProcess.RunAsync("dotnet", ["run", RepositoryRoot.Combine("build", "RenewLists.cs"), "--", "--data", folder, "--date", "2030-01-02", .. arguments], folder, cancellationToken: TestContext.Current.CancellationToken);
        return (result.ExitCode, result.Output);
    }

    private static string[] Rows(string name) => [.. File.ReadLines(Path.Combine(Data, $"{name}.txt")).Where(row => !row.StartsWith('#'))];

    private static string Literals(IEnumerable<string> values) => string.Concat(values.Select(value => $"    \"{value}\",\n"));

    private static string Spdx(string block, string kind)
    {
        var text = new StringBuilder($"{block}: dict[str, X] = {{\n");
        foreach (var id in Rows("spdx").Where(row => row.StartsWith(kind, StringComparison.Ordinal)).Select(row => row.Split('\t')[1]))
        {
            text.Append($"    '{id.ToLowerInvariant()}': {{'id': '{id}', 'deprecated': False}},\n");
        }

        return text.Append("}\n").ToString();
    }
}
