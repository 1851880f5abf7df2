using System.Net;
using System.Text.Json;
using TrustedPublishing.Rehearsal.Descriptions;
using TrustedPublishing.Rehearsal.Tests.Pages;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Rehearsal.Tests.Descriptions;

/// <summary>This page shows whatever docutils shows for each construct.</summary>
public sealed class ComparedWithDocutils : IDisposable
{
    /// <summary>Constructs that docutils replaces with computed content: numbers, addresses, formulas, dates.</summary>
    private static readonly string[] NotShownHere = ["sectnum", "section-numbering", "target-notes", "math", "date::", "number-lines"];

    private const string Script =
        """
        import io, json, re, sys
        from docutils.core import publish_parts
        from docutils.parsers.rst import roles
        def show(text):
            roles._roles.clear()
            settings = dict(halt_level=2, report_level=5, raw_enabled=False, file_insertion_enabled=False, strip_comments=True, smart_quotes=True, initial_header_level=2,
                            warning_stream=io.StringIO(), math_output="MathJax /dummy.js", id_prefix="user-content-", _disable_config=True, syntax_highlight="none")
            try:
                parts = publish_parts(text, writer_name="html5", settings_overrides=settings)
                return parts["docinfo"] + parts["fragment"]
            except Exception:
                return None
        print(json.dumps([show(text) for text in json.load(open(sys.argv[1], encoding="utf-8"))]))
        """;

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ThePageShowsTheSame()
    {
        var python = Peers.Find("python3");
        var found = await ChildProcess.RunAsync(python, ["-c", "import docutils"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.SkipUnless(found.ExitCode == 0, "Python has no docutils: install it to run this test.");
        string[] texts = [.. DescriptionRows.All.Where(row => row.ContentType == "text/x-rst" && row.Renders && !NotShownHere.Any(part => row.Text.Contains(part, StringComparison.Ordinal))).Select(row => row.Text)];
        var file = folder.Write("texts.json", JsonSerializer.Serialize(texts));

        var shown = await ChildProcess.RunAsync(python, ["-c", Script, file], cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(shown.ExitCode == 0, shown.ToString());
        var pairs = texts.Zip(JsonSerializer.Deserialize<string?[]>(shown.StandardOutput)!).Where(pair => pair.Second is not null).ToArray();
        Assert.True(pairs.Length > 150, $"{pairs.Length} descriptions were compared.");
        string[] differences = [.. pairs.Select(pair => Difference(pair.First, pair.Second!)).OfType<string>()];
        Assert.True(differences.Length == 0, string.Join("\n\n", differences));
    }

    private static string? Difference(string text, string theirs)
    {
        var (ours, expected) = (Text(RenderedDescription.Render(text, null).Content.ToString()), Text(theirs));
        return ours == expected ? null : $"ours:     {ours}\ndocutils: {expected}\n{text}";
    }

    /// <summary>The text without white space.</summary>
    private static string Text(string markup)
    {
        var page = Page.Parse(markup);
        foreach (var gone in page.QuerySelectorAll(".page-note, .page-image, img, object, .backlinks, style, script").ToList())
        {
            gone.Remove();
        }

        return WebUtility.HtmlDecode(string.Concat(page.Body!.TextContent.Where(character => !char.IsWhiteSpace(character))));
    }
}
