using CsCheck;
using TrustedPublishing.Rehearsal.Descriptions;
using TrustedPublishing.Rehearsal.Tests.Pages;
using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Rehearsal.Tests.Descriptions;

/// <summary>Any description is rendered, and the result is inert.</summary>
public sealed class AnyDescription
{
    private const int Count = 200;

    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href=\"", "javascript:alert(1)", "\">", "'", "[x](", ")", "![", "](", "`", "```\n", "\n\n", "> ", "* ", "1. ",
        "<details>", "</details>", "<table>", "<td>", "<!--", "-->", "<![CDATA[", "]]>", "<math>", "<style>", "</style>", "&lt;", "&#x3c;", "\u202e", "\0", "|", "---\n", "# ", "[^1]", "[^1]: ", "<p class=page-skip id=page-main>",
    ];

    [Fact]
    public void InReStructuredTextIsInert() => Parallel.For(0, Count, number => Check(RenderedDescription.Render(RstDocuments.Of(number), "text/x-rst")));

    [Fact]
    public void OfTheRowsIsInert() => Parallel.ForEach(DescriptionRows.All.Where(row => row.Text.Length < 20_000), row => Check(RenderedDescription.Render(row.Text, row.ContentType)));

    [Fact]
    public void InMarkdownIsInert() => Gen.Int[0, Pieces.Length - 1].Array[1, 30].Select(numbers => string.Concat(numbers.Select(number => Pieces[number]))).Sample(text => Check(RenderedDescription.Render(text, "text/markdown")), iter: 500);

    private static void Check(RenderedDescription rendered)
    {
        var page = Page.Parse(rendered.Content.ToString());
        Assert.Empty(page.QuerySelectorAll("script, style, img, svg, math, iframe, object, embed, form, [style], .page-skip, #page-main"));
        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.True(element.GetAttribute("href") is not { } href || href.StartsWith('#') || Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" || !Uri.IsWellFormedUriString(href, UriKind.Absolute), element.OuterHtml);
        }
    }
}
