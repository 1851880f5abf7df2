using TrustedPublishing.Rehearsal.Pages;

namespace TrustedPublishing.Rehearsal.Tests.Pages;

public sealed class TheTimeline
{
    private static readonly DateTimeOffset Start = new(2026, 8, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ShowsEachRequestOfARelease()
    {
        await using var bench = await Page.ReleasedAsync();
        await bench.GetAsync("/project/greeter/");

        var page = await bench.PageAsync("/_/rehearsal/timeline/");

        Assert.Equal(["Identity token asked for", "Identity exchanged for an API token", "Upload", "Upload"], page.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent));
        Assert.Equal("POST greeter-1.0.0.tar.gz", page.QuerySelectorAll("tbody th code")[2].TextContent);
        Assert.Equal(4, page.QuerySelectorAll("tbody svg[aria-hidden] rect.good").Length);
    }

    [Fact]
    public async Task ShowsWhatFailedAndWhy()
    {
        await using var bench = await Bench.StartAsync(new() { Faults = RehearsalFaults.Parse("audience 1 cut before") });
        await Assert.ThrowsAsync<HttpRequestException>(() => bench.GetAsync("/_/oidc/audience"));
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        await bench.GetAsync("/_/oidc/audience");
        await bench.UploadAsync("pypi-nonsense", Sample.Wheel());

        var page = await bench.PageAsync("/_/rehearsal/timeline/");

        var answers = page.QuerySelectorAll("tbody td:nth-of-type(2)").Select(cell => cell.TextContent).ToArray();
        Assert.Equal(("no answer: the connection was cut", "200"), (answers[0], answers[1]));
        Assert.StartsWith("403 Invalid or non-existent authentication information.", answers[2], StringComparison.Ordinal);
        Assert.Contains("attempt 2", page.QuerySelectorAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("waited 2.000 s", page.QuerySelectorAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("line.wait"));
        Assert.Contains("1 retry after waiting 2.000 s", page.Shows(".page-lead"), StringComparison.Ordinal);
    }

    /// <summary>Two parallel uploads, one of them repeated: bars by their positions on an axis of ten seconds.</summary>
    [Fact]
    public void PlacesBarsOnOneAxis()
    {
        var page = Page.Parse(TimelinePage.Render(
        [
            Request("/legacy/", 0, 4, 503, "a.whl"), Request("/legacy/", 2, 10, 200, "b.whl"), Request("/legacy/", 6, 8, 200, "a.whl"), Request("/", 1, 1, 200),
        ]).ToString());

        Assert.Equal([("0", "400", "bad"), ("200", "800", "good"), ("600", "200", "good")],
            page.QuerySelectorAll("rect").Select(bar => (bar.GetAttribute("x")!, bar.GetAttribute("width")!, bar.ClassName!)));
        var wait = Assert.Single(page.QuerySelectorAll("line.wait"));
        Assert.Equal(("400", "600"), (wait.GetAttribute("x1"), wait.GetAttribute("x2")));
        Assert.StartsWith("3 requests in 10.0 s since 2026-08-21 12:00:00 UTC, at most 2 at once; 1 retry after waiting 2.000 s.", page.Shows(".page-lead"), StringComparison.Ordinal);
    }

    [Fact]
    public void EncodesWhatClientsSend()
    {
        var hostile = Request("/<script>alert(1)</script>\u202e", 0, 1, 400, "\"><img src=x onerror=alert(1)>.whl") with { Message = "<script>alert(1)</script>" };

        var page = Page.Parse(TimelinePage.Render([hostile, hostile with { FileName = null }]).ToString());

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.DoesNotContain('\u202e', page.Body!.InnerHtml);
    }

    [Fact]
    public void SaysThatThereAreNoRequestsYet() => Assert.Contains("No client has sent a request yet.", TimelinePage.Render([]).ToString(), StringComparison.Ordinal);

    private static ReceivedRequest Request(string path, double from, double to, int status, string? file = null) => new()
    {
        Arrived = Start.AddSeconds(from), Ended = Start.AddSeconds(to), Method = "POST", Path = path, Headers = [], Status = status, FileName = file,
    };
}
