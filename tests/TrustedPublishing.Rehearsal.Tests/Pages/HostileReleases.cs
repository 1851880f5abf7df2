using AngleSharp.Html.Dom;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

/// <summary>The content of an upload is shown but does nothing.</summary>
public sealed class HostileReleases
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202efdp&lt;";

    private static readonly HashSet<string> Inert = ["href", "class", "id", "title", "rel", "lang", "datetime", "role", "scope", "tabindex", "open", "start", "align", "width",
        "height", "alt", "colspan", "rowspan", "type", "checked", "disabled", "content", "name", "charset", "http-equiv"];

    [Theory]
    [InlineData("summary")]
    [InlineData("author")]
    [InlineData("maintainer")]
    [InlineData("license")]
    [InlineData("keywords")]
    [InlineData("description")]
    public async Task DoNothingInAnyField(string field)
    {
        await using var bench = await Page.ReleasedAsync((field, Hostile), ("description_content_type", "text/plain"));

        foreach (var path in new[] { "/", "/project/greeter/" })
        {
            var page = await bench.PageAsync(path);

            Check(page);
            Assert.True(path == "/" || page.Body!.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
            Assert.DoesNotContain('\u202e', page.DocumentElement.OuterHtml);
        }
    }

    [Theory]
    [InlineData("project_urls", "\"><script>alert(1)</script>, https://example.org/\"><script>alert(1)</script>")]
    [InlineData("requires_dist", "x; python_version > '\"><script>'")]
    [InlineData("home_page", "https://example.org/\" onclick=\"alert(1)")]
    public async Task DoNothingInLinks(string field, string value)
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(version: "2.0"), new TrustedPublishing.Distributions.FormField(field, value));

        Check(await bench.PageAsync("/project/greeter/"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script src=https://example.org/x.js></script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [InlineData("<object data=javascript:alert(1)></object>")]
    [InlineData("<embed src=javascript:alert(1)>")]
    [InlineData("<form action=https://example.org><button formaction=javascript:alert(1)>x</button></form>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>")]
    [InlineData("<a href=\" &#1; javascript:alert(1)\">x</a>")]
    [InlineData("<a href=data:text/html,<script>alert(1)</script>>x</a>")]
    [InlineData("<a href=vbscript:x>x</a>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("<p style='position:fixed;inset:0'>x</p>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<link rel=stylesheet href=https://example.org/x.css>")]
    [InlineData("<meta http-equiv=refresh content='0;url=https://example.org'>")]
    [InlineData("<base href=https://example.org/>")]
    [InlineData("<div onmouseover=alert(1)>x</div>")]
    [InlineData("<details open ontoggle=alert(1)><summary>x</summary></details>")]
    [InlineData("<video><source onerror=alert(1)></video>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>")]
    [InlineData("</div></main></body><script>alert(1)</script>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<p id=page-main class=page-skip>x</p>")]
    [InlineData("<input type=image src=https://example.org/x.png>")]
    [InlineData("```<script>\nalert(1)\n```")]
    [InlineData("`<img src=x onerror=alert(1)>`")]
    [InlineData("| <script>alert(1)</script> |\n|---|\n| \"'> |")]
    public async Task DoNothingInMarkdown(string description)
    {
        await using var bench = await Page.ReleasedAsync(("description", $"start\n\n{description}\n\nend"), ("description_content_type", "text/markdown"));

        var page = await bench.PageAsync("/project/greeter/");

        Check(page);
        Assert.Equal("MAIN", page.GetElementById("page-main")!.NodeName);
        Assert.NotNull(page.QuerySelector("main .page-side"));
        Assert.Empty(page.QuerySelectorAll(".page-description .page-skip"));
    }

    /// <summary>No element that runs, loads or sends anything, only known attributes, and only http, https and mailto addresses.</summary>
    private static void Check(IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, svg script, form, base, template, img, video, audio, source, noscript, math, body style, body link, body meta"));
        foreach (var element in page.All)
        {
            Assert.All(element.Attributes, attribute => Assert.True(Inert.Contains(attribute.Name) || attribute.Name.StartsWith("aria-", StringComparison.Ordinal), $"{element.LocalName} has {attribute.Name}"));
            if (element.LocalName == "a" && element.GetAttribute("href") is { } href)
            {
                var address = new Uri(new("http://127.0.0.1/project/greeter/"), href);
                Assert.True(address.Scheme is "http" or "https" or "mailto", href);
            }
        }

        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }
}
