using TrustedPublishing.Rehearsal.Tests.Signing;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

public sealed class PagesOfAProject
{
    [Fact]
    public async Task ListTheProjects()
    {
        await using var bench = await Page.ReleasedAsync(("summary", "Greets"));

        var page = await bench.PageAsync("/");

        Assert.Equal(["greeter", "1.0.0", "Greets", "2"], page.QuerySelectorAll("tbody tr > *").Select(cell => cell.TextContent));
        Assert.Equal("./project/greeter/", page.QuerySelector("tbody a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task ShowWhatPyPIShows()
    {
        await using var bench = await Page.ReleasedAsync(
            ("summary", "Greets"), ("author", "Octo"), ("author_email", "octo@example.org"), ("requires_python", ">=3.9"), ("keywords", "hello,world"),
            ("classifiers", "Programming Language :: Python :: 3"), ("requires_dist", "requests>=2"), ("description", "# Hello\n\n*world*"), ("description_content_type", "text/markdown"));

        var page = await bench.PageAsync("/project/greeter/");

        Assert.Equal("greeter 1.0.0", page.Shows("h1"));
        Assert.Equal("Greets", page.Shows(".page-lead"));
        Assert.Equal("pip install greeter", page.Shows(".page-install"));
        Assert.Equal("<em>world</em>", page.QuerySelector(".page-description p")!.InnerHtml);
        Assert.Equal("Octo, octo@example.org", page.Fact("Author"));
        Assert.Equal(">=3.9", page.Fact("Requires Python"));
        Assert.Equal("Python :: 3", page.Fact("Programming Language"));
        Assert.Equal(["hello", "world"], page.QuerySelectorAll(".page-tag").Select(tag => tag.TextContent));
        Assert.Equal(["greeter-1.0.0.tar.gz", "greeter-1.0.0-py3-none-any.whl"], page.QuerySelectorAll("#page-files ~ div tbody th").Select(name => name.TextContent));
        Assert.Equal(Sample.Sdist().Sha256, page.Fact("SHA-256"));
    }

    [Fact]
    public async Task ShowWhoAttestedWhat()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var attestation = await TestSigner.AttestAsync(bench, SignedAttestations.Statement(wheel));
        await bench.UploadAsync(await bench.TokenAsync(), wheel, SignedAttestations.Field(attestation));

        var page = await bench.PageAsync("/project/greeter/");

        Assert.Equal(("octo-org/greeter", "release.yml"), (page.Fact("Repository"), page.Fact("Workflow")));
        Assert.Equal((new RehearsalJob().Sha, "refs/tags/v1.0.0"), (page.Fact("Commit"), page.Fact("Branch or tag")));
    }

    [Theory]
    [InlineData("/project/greeter", "/project/greeter/")]
    [InlineData("/project/Greeter/", "/project/greeter/")]
    [InlineData("/project/GREETER/1.0/", "/project/greeter/1.0.0/")]
    public async Task HaveTheSameAddressesAsOnPyPI(string path, string location)
    {
        await using var bench = await Page.ReleasedAsync();

        var reply = await bench.GetAsync(path);

        Assert.Equal((301, location), (reply.Status, reply.Headers["Location"]));
    }

    [Theory]
    [InlineData("/project/other/")]
    [InlineData("/project/greeter/2.0/")]
    [InlineData("/project/greeter/1.0.0/more/")]
    [InlineData("/_/rehearsal/other/")]
    [InlineData("/project/%3Cscript%3E/")]
    public async Task SayThatThereIsNoProject(string path)
    {
        await using var bench = await Page.ReleasedAsync();

        var reply = await bench.GetAsync(path);

        Assert.Equal(404, reply.Status);
        Assert.Equal("There is no such page", Page.Parse(reply.Body).Shows("h1"));
        Assert.Empty(Page.Parse(reply.Body).Scripts);
    }

    [Fact]
    public async Task LoadAndRunNothing()
    {
        await using var bench = await Page.ReleasedAsync();

        var reply = await bench.GetAsync("/project/greeter/");

        var policy = reply.Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HaveNoBrokenLinks()
    {
        await using var bench = await Page.ReleasedAsync(("description", "[top](#hello) [gone](docs/gone.md) [nothing](#nothing)\n\n# Hello"), ("description_content_type", "text/markdown"));
        bench.Index.CreateProject("empty");
        HashSet<Uri> seen = [bench.Index.BaseUrl];
        Queue<Uri> waiting = new(seen);
        while (waiting.TryDequeue(out var address))
        {
            var reply = await bench.GetAsync(address.PathAndQuery);
            Assert.True(reply.Status == 200, $"{address}: {reply}");
            if (!reply.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal) || address.AbsolutePath.StartsWith("/simple", StringComparison.Ordinal))
            {
                continue;
            }

            var page = Page.Parse(reply.Body);
            foreach (var link in page.QuerySelectorAll("a[href]").Select(link => new Uri(address, link.GetAttribute("href")!)).Where(link => link.IsLoopback))
            {
                var isHere = link.GetLeftPart(UriPartial.Path) == address.GetLeftPart(UriPartial.Path);
                Assert.True(!isHere || link.Fragment.Length == 0 || page.GetElementById(link.Fragment[1..]) is not null, $"{address}: {link}");
                if (seen.Add(new(link.GetLeftPart(UriPartial.Path))))
                {
                    waiting.Enqueue(new(link.GetLeftPart(UriPartial.Path)));
                }
            }
        }

        Assert.Contains(new Uri(bench.Index.BaseUrl, "project/greeter/1.0.0/"), seen);
        Assert.Contains(seen, address => address.AbsolutePath.EndsWith(".whl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DoNotAffectTheAddressesOfClients()
    {
        await using var bench = await Page.ReleasedAsync();

        Assert.Equal("application/vnd.pypi.simple.v1+json", (await bench.GetAsync("/simple/greeter/", "application/vnd.pypi.simple.v1+json")).Headers["Content-Type"]);
        Assert.Contains("Links for greeter", (await bench.GetAsync("/simple/greeter/", "text/html")).Body, StringComparison.Ordinal);
        Assert.Equal("application/json", (await bench.GetAsync("/pypi/greeter/json", "text/html")).Headers["Content-Type"]);
        Assert.Equal(405, (await bench.PostAsync("/project/greeter/", "")).Status);
    }
}
