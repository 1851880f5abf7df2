namespace TrustedPublishing.Rehearsal.Tests.Pages;

public sealed class PagesAsFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pages-").FullName;

    [Fact]
    public async Task LinkToEachOther()
    {
        await using var bench = await Page.ReleasedAsync(("description", "# Hello\n\n[up](#hello)"), ("description_content_type", "text/markdown"));

        var first = bench.Index.WritePages(folder);

        Assert.Equal(Path.Combine(folder, "index.html"), first);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Contains(Path.Combine(folder, "project", "greeter", "1.0.0", "index.html"), files);
        foreach (var file in files)
        {
            var page = Page.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Assert.NotEmpty(page.QuerySelectorAll("a[href]"));
            foreach (var link in page.QuerySelectorAll("a[href]").Select(link => new Uri(new Uri($"file://{file}"), link.GetAttribute("href")!)).Where(link => link.IsFile))
            {
                Assert.True(File.Exists(link.LocalPath), $"{file}: {link}");
                Assert.True(link.Fragment.Length == 0 || page.GetElementById(link.Fragment[1..]) is not null, $"{file}: {link}");
            }
        }
    }

    [Fact]
    public async Task LinkToNoStoppedIndex()
    {
        await using var bench = await Page.ReleasedAsync();

        bench.Index.WritePages(folder);

        Assert.All(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain("127.0.0.1", File.ReadAllText(file), StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
