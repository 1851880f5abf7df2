using System.Text.Json;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>
/// PyPI renders Markdown with comrak, a port of cmark-gfm. If Python has cmarkgfm, documents with constructs that can make text disappear are given
/// to both cmarkgfm and the check.
/// </summary>
public sealed class MarkdownThatShowsNothing : IDisposable
{
    private const string Script =
        """
        import json, sys
        import cmarkgfm
        from cmarkgfm.cmark import Options
        gfm = lambda text: cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE)
        print(json.dumps([not gfm(text) for text in json.load(open(sys.argv[1], encoding="utf-8"))]))
        """;

    private static readonly string[] Pieces =
    [
        "[a]: b", "[a]:", "[a]:\nb", " [a]: b 'c'", "[a]: b\n'c'", "[a]: b\n 'c' d", "[a]: b 'c' d", "[a]: b 'c\nd'", "[a]: b \"c", "[a]: b (c)", "[a]: <b c>", "[a]: <>", "[a]: b\\", "[a\nb]: c", "[]: b", "[ ]: b",
        "[a]", "[[a]: b", "[a]b: c", "    [a]: b", "   [a]: b", "\t[a]: b", "> [a]: b", "- [a]: b", "[a]: b\n===", "[a]: b\n---", "===", "[^1]: note", "[^1]: two words", "[^1]:", "[^1]: a\n    b", "[^2]: x", "[^1]",
        "   ", "\t", "<!-- x -->", "<div>", "&nbsp;", "\\", "|a|\n|-|",
    ];

    /// <summary>The declared variant makes no difference: PyPI renders both in the same way.</summary>
    private static readonly string[] Variants = ["GFM", "CommonMark"];

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task IsDetectedAsByTheRenderer()
    {
        string[] texts = [.. Enumerable.Range(0, 3000).Select(Make)];
        await File.WriteAllTextAsync(folder.Combine("texts.json"), JsonSerializer.Serialize(texts), TestContext.Current.CancellationToken);
        var python = await PythonAsync();
        Assert.SkipWhen(python is null, "No python3 of this machine has cmarkgfm (Debian: python3-cmarkgfm).");
        var result = await ChildProcess.RunAsync(python!, ["-c", Script, folder.Combine("texts.json")], cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);

        var expected = JsonSerializer.Deserialize<bool[]>(result.StandardOutput)!;
        string[] differences =
        [
            .. from pair in texts.Zip(expected)
               from variant in Variants
               where pair.Second != IsRefused(pair.First, variant)
               select $"{variant}, {(pair.Second ? "nothing" : "something")}: {JsonSerializer.Serialize(pair.First)}",
        ];
        Assert.True(differences.Length == 0, $"{differences.Length} of {texts.Length}:\n{string.Join('\n', differences.Distinct().OrderBy(text => text.Length).Take(30))}");
        Assert.Contains(true, expected);
    }

    private static string Make(int number)
    {
        var random = new Random(number);
        return string.Join(random.Next(2) == 0 ? "\n" : "\n\n", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    private static bool IsRefused(string text, string variant) =>
        UploadRules.OfDescription(Forms.Of([("description", text), ("description_content_type", $"text/markdown; variant={variant}")])).Any();

    private static async Task<string?> PythonAsync()
    {
        foreach (var python in new[] { Peers.TryFind("python3"), "/usr/bin/python3" }.Where(python => python is not null && File.Exists(python)))
        {
            if ((await ChildProcess.RunAsync(python!, ["-c", "import cmarkgfm"])).ExitCode == 0)
            {
                return python;
            }
        }

        return null;
    }
}
