namespace TrustedPublishing.Rehearsal.Tests.Pages;

public sealed class ThePublishers
{
    [Fact]
    public async Task AreListedWithTheirProjects()
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher,
            new RehearsalPublisher.GitLab { Namespace = "group", Project = "thing", Environment = "pypi", PendingProject = "thing", AddedBy = "anna" });

        var page = await bench.PageAsync("/_/rehearsal/publishers/");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Take(3).Select(cell => cell.TextContent).ToArray()).ToArray();
        Assert.Equal(["release.yml of octo-org/greeter on GitHub", "greeter", "owner"], rows[0]);
        Assert.Equal([".gitlab-ci.yml of group/thing on https://gitlab.com, environment pypi", "thing, which its first exchange creates (pending)", "anna"], rows[1]);
        Assert.Contains("No identity token has been sent", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repository", "octo-org/other", "repository job_workflow_ref")]
    [InlineData("workflow", "other.yml", "job_workflow_ref")]
    [InlineData("owner_id", "99", "repository_owner_id")]
    [InlineData("event", "pull_request_target", "event_name")]
    [InlineData("environment", "staging", "environment")]
    public async Task ShowClaimByClaimWhatWasRejected(string what, string value, string differing)
    {
        await using var bench = await Bench.StartAsync(null, Bench.Publisher with { Environment = "pypi" });
        var job = new RehearsalJob { Environment = "pypi" };
        job = what switch
        {
            "repository" => job with { Repository = "other" },
            "workflow" => job with { Workflow = value },
            "owner_id" => job with { OwnerId = value },
            "event" => job with { Event = value },
            _ => job with { Environment = value },
        };
        var refused = await bench.MintAsync(await bench.IdentityAsync(job));

        var page = await bench.PageAsync("/_/rehearsal/publishers/");

        Assert.Equal(422, refused.Status);
        var rows = page.QuerySelectorAll("section tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray());
        Assert.Equal(differing.Split(' '), rows.Where(row => row.Value[2] == "differs").Select(row => row.Key));
        Assert.Contains(rows.Values, row => row[0].Contains(value, StringComparison.Ordinal));
        Assert.Contains(refused.MintError(), page.Shows("section p"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowWhatWasExchangedAndStoreNoToken()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();
        await bench.MintAsync(identity);
        await bench.MintAsync(identity);
        await bench.MintAsync("nonsense");

        var page = await bench.PageAsync("/_/rehearsal/publishers/");

        Assert.Equal(["unreadable", "octo-org/greeter/.github/workflows/release.yml@refs/tags/v1.0.0", "octo-org/greeter/.github/workflows/release.yml@refs/tags/v1.0.0"],
            page.QuerySelectorAll("section h3").Select(heading => heading.TextContent));
        Assert.Contains("exchanged for an API token", page.QuerySelectorAll("section")[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("already used", page.QuerySelectorAll("section")[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(identity, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(identity.Split('.')[2], page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EncodeHostileClaims()
    {
        await using var bench = await Bench.StartAsync();
        await bench.MintAsync(await bench.IdentityAsync(new() { Repository = "<script>alert(1)</script>", Environment = "\"'\u202e" }));

        var page = await bench.PageAsync("/_/rehearsal/publishers/");

        Assert.Empty(page.Scripts);
        Assert.DoesNotContain('\u202e', page.DocumentElement.OuterHtml);
    }
}
