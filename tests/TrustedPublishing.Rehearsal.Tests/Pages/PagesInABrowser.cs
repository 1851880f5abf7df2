using Microsoft.Playwright;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.Tests.Signing;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

/// <summary>The pages in Chromium. Screenshots are written to the folder in <c>PAGE_SCREENSHOTS</c>.</summary>
public sealed class PagesInABrowser(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Description =
        """
        # Greeter

        <p align="center"><img src="https://example.org/logo.png" alt="logo"> <img src="docs/logo.png"></p>

        It **greets** in `many` languages. See the [guide](docs/guide.md) and the [site](https://example.org/).

        > [!NOTE]
        > Mind the gap.

        | Language | Word |
        |---|---|
        | English | hello |

        ```python
        import greeter
        print(greeter.greet("a rather long line of code that does not fit into a narrow window at all, whatever its width"))
        ```

        <script>document.title = "owned"; fetch("https://example.org/")</script>
        <img src="https://example.org/x.png" onerror="alert(1)">
        <details><summary>More</summary><p style="position:fixed">inside</p></details>
        """;

    private static readonly string[] Paths = ["", "project/greeter/", "_/rehearsal/timeline/", "_/rehearsal/publishers/", "project/none/"];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task RunAndLoadNothingAndFitTheWindow(ColorScheme scheme, int width)
    {
        await using var browser = await chromium.OpenAsync();
        await using var bench = await ReleasedAsync();
        foreach (var path in Paths)
        {
            var page = await browser.OpenAsync(new(bench.Index.BaseUrl, path), scheme, width);

            await ScreenshotAsync(page, $"{path.Trim('/').Replace('/', '-')}-{scheme}-{width}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width} pixels");
            Assert.Empty(await page.EvaluateAsync<string[]>(Contrast));
            Assert.EndsWith("· Rehearsal index", await page.TitleAsync(), StringComparison.Ordinal);
            await page.CloseAsync();
        }

        Assert.DoesNotContain(browser.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
        Assert.All(browser.Requests, request => Assert.Equal(bench.Index.BaseUrl.Authority, request.Authority));
        Assert.Equal(Paths.Length, browser.Requests.Count);
    }

    [Fact]
    public async Task CanBeUsedWithTheKeyboard()
    {
        await using var browser = await chromium.OpenAsync();
        await using var bench = await ReleasedAsync();
        var page = await browser.OpenAsync(bench.Index.BaseUrl);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= 0"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("page-main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Projects", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("greeter", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".page-install").WaitForAsync();
    }

    [Fact]
    public async Task AreAccessibleToAScreenReader()
    {
        await using var browser = await chromium.OpenAsync();
        await using var bench = await ReleasedAsync();
        foreach (var path in Paths)
        {
            var page = await browser.OpenAsync(new(bench.Index.BaseUrl, path));
            Assert.Empty(await page.EvaluateAsync<string[]>(Structure));
        }
    }

    [Fact]
    public async Task WorkAsFilesAndWithoutScripts()
    {
        var folder = Directory.CreateTempSubdirectory("pages-").FullName;
        try
        {
            await using var browser = await chromium.OpenAsync();
            await using var bench = await ReleasedAsync();
            var page = await browser.OpenAsync(new($"file://{bench.Index.WritePages(folder)}"), hasScripts: false);

            await page.ClickAsync("tbody a");
            Assert.Equal("greeter 1.0.0", await page.TextContentAsync("h1"));
            await page.ClickAsync("nav >> text=Timeline");
            Assert.Equal("Timeline", await page.TextContentAsync("h1"));
            await page.ClickAsync("nav >> text=Publishers");
            Assert.Equal("Publishers", await page.TextContentAsync("h1"));

            Assert.Empty(browser.Complaints);
            Assert.All(browser.Requests, request => Assert.True(request.IsFile));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Text whose contrast with its background is lower than WCAG level AA requires.</summary>
    private const string Contrast =
        """
        () => {
          const parse = text => (text.match(/[\d.]+/g) || []).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
          const behind = element => { for (; element; element = element.parentElement) { const c = parse(getComputedStyle(element).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length).flatMap(e => {
            const style = getComputedStyle(e), [a, b] = [light(parse(style.color)), light(behind(e))].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
            return ratio < 4.5 ? [`${e.tagName}.${e.className}: ${ratio.toFixed(2)}`] : [];
          });
        }
        """;

    /// <summary>What a screen reader user would miss: language, landmarks, heading order, link names, table headers, unique identifiers.</summary>
    private const string Structure =
        """
        () => {
          const found = [], all = selector => [...document.querySelectorAll(selector)];
          if (document.documentElement.lang !== 'en') found.push('no language');
          for (const landmark of ['main', 'header', 'footer']) if (all(landmark).filter(e => !e.closest('main') || landmark === 'main').length !== 1) found.push(`not one ${landmark}`);
          if (!all('nav').every(e => e.hasAttribute('aria-label') || e.className === 'contents')) found.push('a nav without a name');
          const levels = all('h1, h2, h3, h4, h5, h6').filter(e => !e.closest('.page-description')).map(e => +e.tagName[1]);
          if (levels[0] !== 1 || levels.filter(l => l === 1).length !== 1) found.push(`headings ${levels}`);
          levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) found.push(`heading ${levels[i - 1]} followed by ${l}`); });
          for (const a of all('a[href]')) if (!a.textContent.trim()) found.push(`a link without text: ${a.href}`);
          for (const t of all('.page-table')) if (!t.querySelector('thead th[scope=col]') || !t.querySelector('tbody th[scope=row]')) found.push('a table without headers');
          for (const e of all('.page-scroll')) if (e.tabIndex !== 0 || !e.getAttribute('aria-label')) found.push('a scrolling region without a name');
          const ids = all('[id]').map(e => e.id);
          if (new Set(ids).size !== ids.length) found.push('an identifier twice');
          for (const e of all('[aria-labelledby]')) if (!document.getElementById(e.getAttribute('aria-labelledby'))) found.push('a label that is not there');
          return found;
        }
        """;

    private static async Task ScreenshotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PAGE_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    /// <summary>A release with an attestation, after a fault, a rejected identity and a hostile description.</summary>
    private static async Task<Bench> ReleasedAsync()
    {
        var bench = await Bench.StartAsync(new() { Faults = RehearsalFaults.Parse("upload 1 status 503") });
        await bench.MintAsync(await bench.IdentityAsync(new() { Workflow = "other.yml", Environment = "a-very-long-name-of-an-environment-that-somebody-chose-on-a-friday-afternoon" }));
        var token = await bench.TokenAsync();
        var wheel = Sample.Wheel(tag: "cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64");
        FormField[] fields =
        [
            SignedAttestations.Field(await TestSigner.AttestAsync(bench, SignedAttestations.Statement(wheel))),
            new("summary", "Greets everybody in as many languages as there are"), new("author", "Octo"), new("author_email", "octo@example.org"), new("license", "MIT"),
            new("requires_python", ">=3.9"), new("keywords", "hello,world"), new("classifiers", "Programming Language :: Python :: 3"),
            new("project_urls", "Source, https://github.com/octo-org/greeter"), new("project_urls", "Elsewhere, https://example.org/"),
            new("description", Description), new("description_content_type", "text/markdown"),
        ];
        await bench.UploadAsync(token, wheel, fields);
        bench.Time.Advance(TimeSpan.FromSeconds(1.5));
        var reply = await bench.UploadAsync(token, wheel, fields);
        Assert.True(reply.Status == 200, reply.ToString());
        return bench;
    }
}
