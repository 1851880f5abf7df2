using TrustedPublishing.Rehearsal.Descriptions;
using TrustedPublishing.Rehearsal.Tests.Pages;

namespace TrustedPublishing.Rehearsal.Tests.Descriptions;

public sealed class MarkdownText
{
    [Theory]
    [InlineData("# Title", "<h1 id=\"user-content-title\">Title</h1>")]
    [InlineData("~~gone~~", "<p><del>gone</del></p>")]
    [InlineData("https://pypi.org/", "<p><a href=\"https://pypi.org/\" rel=\"nofollow\">https://pypi.org/</a></p>")]
    [InlineData("| a | b |\n|---|---|\n| c | d |", "<table> <thead> <tr> <th>a</th> <th>b</th> </tr> </thead>")]
    [InlineData("- [x] done", "<ul class=\"contains-task-list\"> <li><input disabled=\"\" type=\"checkbox\" checked=\"checked\"> done</li>")]
    [InlineData("```python\nx = 1\n```", "<div class=\"page-language\">python</div><pre><code class=\"language-python\">x = 1 </code></pre>")]
    [InlineData("<details><summary>More</summary>\n\n*inside*\n\n</details>", "<details><summary>More</summary> <p><em>inside</em></p> </details>")]
    [InlineData("<p align=\"center\">x</p>", "<p align=\"center\">x</p>")]
    [InlineData("![alt](https://example.org/x.png)", "<p><a class=\"page-image\" href=\"https://example.org/x.png\" rel=\"nofollow noreferrer\">Image, not loaded here: alt</a></p>")]
    public void IsRenderedAsOnPyPI(string text, string markup) =>
        Assert.StartsWith(markup, string.Join(' ', RenderedDescription.Render(text, "text/markdown; variant=CommonMark").Content.ToString().Split('\n')), StringComparison.Ordinal);

    [Theory]
    [InlineData("[guide](docs/guide.md)", "The relative link docs/guide.md leads nowhere on PyPI")]
    [InlineData("[guide](#elsewhere)", "The page has no target for the link #elsewhere")]
    [InlineData("![logo](logo.png)", "The image logo.png is not found on PyPI")]
    [InlineData("![logo](data:image/png;base64,AAAA)", "PyPI does not show the image data:image/png")]
    [InlineData("<img src=\"logo.png\">", "The image logo.png is not found on PyPI")]
    [InlineData("<video src=\"x.mp4\"></video>", "PyPI removes the tag video")]
    [InlineData("text <font color=\"red\">red</font>", "PyPI removes the tag font")]
    [InlineData("<p style=\"color:red\">x</p>", "PyPI removes the attribute style of p.")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>", "PyPI shows the tag iframe as text")]
    [InlineData("> [!NOTE]\n> Mind this.", "PyPI shows [!NOTE] as text")]
    [InlineData("```mermaid\ngraph TD;\n```", "PyPI shows a block of mermaid as code")]
    public void IsMarkedWherePyPIShowsItDifferently(string text, string note)
    {
        var rendered = RenderedDescription.Render($"start\n\n{text}\n\nend", "text/markdown");

        Assert.Contains(rendered.Notes, found => found.Line == 3 && found.Text.StartsWith(note, StringComparison.Ordinal));
        var mark = Page.Parse(rendered.Content.ToString()).QuerySelector(".page-note")!;
        Assert.Equal("start", mark.PreviousElementSibling!.TextContent);
        Assert.StartsWith($"Line 3: {note}", mark.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[top](#title)\n\n# Title")]
    [InlineData("[site](https://example.org) <kbd>Ctrl</kbd> <a href=\"mailto:x@example.org\">mail</a>")]
    [InlineData("A footnote[^1].\n\n[^1]: Here.")]
    [InlineData("<!-- a comment -->\n\ntext")]
    public void IsNotMarkedWherePyPIShowsTheSame(string text) => Assert.Empty(RenderedDescription.Render(text, "text/markdown").Notes);

    [Fact]
    public void ThatIsTooDeeplyNestedIsShownUnrendered()
    {
        var rendered = RenderedDescription.Render(new string('>', 5000) + " x", "text/markdown");

        Assert.StartsWith("<pre>&gt;&gt;", rendered.Content.ToString(), StringComparison.Ordinal);
        Assert.Single(rendered.Notes);
    }

    [Fact]
    public void OfAnotherTypeIsShownUnrendered() => Assert.Equal("<pre># x\n*y*</pre>", RenderedDescription.Render("# x\r\n*y*", "text/plain").Content.ToString());
}
