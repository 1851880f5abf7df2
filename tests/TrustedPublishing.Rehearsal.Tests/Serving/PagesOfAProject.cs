using System.Text.Json.Nodes;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Serving;

public sealed class PagesOfAProject
{
    private const string Json = "application/vnd.pypi.simple.v1+json";
    private const string Html = "application/vnd.pypi.simple.v1+html";

    [Theory]
    [InlineData(null, "text/html; charset=UTF-8")]
    [InlineData("text/plain", "text/html; charset=UTF-8")]
    [InlineData("*/*", "text/html; charset=UTF-8")]
    [InlineData("application/json", "text/html; charset=UTF-8")]
    [InlineData(Json, Json)]
    [InlineData(Html, Html + "; charset=UTF-8")]
    [InlineData("text/html, application/vnd.pypi.simple.v1+html, application/vnd.pypi.simple.v1+json", "text/html; charset=UTF-8")]
    [InlineData("text/html;q=0.01, application/vnd.pypi.simple.v1+html;q=0.2, application/vnd.pypi.simple.v1+json", Json)]
    [InlineData("text/html;q=0, */*", Html + "; charset=UTF-8")]
    public async Task AreServedInTheRequestedType(string? accept, string type)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(type, (await bench.GetAsync("/simple/greeter/", accept)).Headers["Content-Type"]);
        Assert.Equal(type, (await bench.GetAsync("/simple/", accept)).Headers["Content-Type"]);
    }

    [Fact]
    public async Task ListFilesInJson()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel(version: "1.10"), new FormField("requires_python", ">=3.8, <4"));
        await bench.UploadAsync(token, Sample.Wheel(version: "1.9"));
        await bench.UploadAsync(token, Sample.Sdist(version: "1.9"));

        var page = (await bench.GetAsync("/simple/greeter/", Json)).Json;

        Assert.Equal("1.4", page["meta"]!["api-version"]!.GetValue<string>());
        Assert.Equal("greeter", page["name"]!.GetValue<string>());
        Assert.Equal("active", page["project-status"]!["status"]!.GetValue<string>());
        Assert.Equal("""["1.9","1.10"]""", page["versions"]!.ToJsonString());
        Assert.Equal(
            ["greeter-1.9-py3-none-any.whl", "greeter-1.9.tar.gz", "greeter-1.10-py3-none-any.whl"],
            page["files"]!.AsArray().Select(file => file!["filename"]!.GetValue<string>()));
        AssertFile(page["files"]![2]!, Sample.Wheel(version: "1.10"));
        Assert.Equal("false", page["files"]![1]!["core-metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task ListFilesInHtml()
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new FormField("requires_python", ">=3.8"));

        var page = await bench.GetAsync("/simple/greeter/");

        await Verifier.Verify(page.Body.Replace(bench.Index.BaseUrl.Authority, "index", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AreListedInTheIndex()
    {
        await using var bench = await Bench.StartAsync();
        bench.Index.CreateProject("Another.One");
        bench.Index.CreateProject("hidden").SetStatus(RehearsalProjectStatus.Quarantined);

        var (json, html) = (await bench.GetAsync("/simple/", Json), await bench.GetAsync("/simple/"));

        Assert.Equal(["Another.One", "greeter"], json.Json["projects"]!.AsArray().Select(project => project!["name"]!.GetValue<string>()));
        Assert.Contains("<a href=\"/simple/another-one/\">Another.One</a>", html.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", html.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/simple", "/simple/")]
    [InlineData("/simple/greeter", "/simple/greeter/")]
    [InlineData("/simple/Greeter/", "/simple/greeter/")]
    public async Task HaveACanonicalAddress(string path, string location)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.GetAsync(path);

        Assert.Equal((301, location), (reply.Status, reply.Headers["Location"]));
    }

    [Fact]
    public async Task DoNotExistForAnUnknownProject()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.GetAsync("/simple/unknown/");

        Assert.Equal((404, "404 Not Found"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task AreNotSentTwiceIfUnchanged()
    {
        await using var bench = await Bench.StartAsync();
        var tag = (await bench.GetAsync("/simple/greeter/")).Headers["ETag"];

        var same = await bench.SendAsync(HttpMethod.Get, "/simple/greeter/", null, ("If-None-Match", tag));
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        var changed = await bench.SendAsync(HttpMethod.Get, "/simple/greeter/", null, ("If-None-Match", tag));

        Assert.Equal((304, ""), (same.Status, same.Body));
        Assert.Equal(200, changed.Status);
    }

    [Theory]
    [InlineData(null, "true")]
    [InlineData("broken", "\"broken\"")]
    public async Task ShowWhatWasYanked(string? reason, string shown)
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        bench.Index.CreateProject("greeter").Yank("1.0.0", reason);

        Assert.Equal(shown, (await bench.GetAsync("/simple/greeter/", Json)).Json["files"]![0]!["yanked"]!.ToJsonString());
        Assert.Contains($"data-yanked=\"{reason}\"", (await bench.GetAsync("/simple/greeter/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreEmptyInQuarantine()
    {
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel());
        bench.Index.CreateProject("greeter").SetStatus(RehearsalProjectStatus.Quarantined);

        var page = await bench.GetAsync("/simple/greeter/", Json);

        Assert.Equal(("quarantined", 0), (page.Json["project-status"]!["status"]!.GetValue<string>(), page.Json["files"]!.AsArray().Count));
        Assert.Equal(404, (await bench.GetAsync("/pypi/greeter/json")).Status);
    }

    private static void AssertFile(JsonNode file, Sample wheel)
    {
        Assert.Equal(wheel.Sha256, file["hashes"]!["sha256"]!.GetValue<string>());
        Assert.Equal("<4,>=3.8", file["requires-python"]!.GetValue<string>());
        Assert.Equal(wheel.Content.Length, file["size"]!.GetValue<int>());
        Assert.Equal("2026-08-21T12:00:00.000000Z", file["upload-time"]!.GetValue<string>());
        Assert.Equal("false", file["yanked"]!.ToJsonString());
        Assert.Null(file["provenance"]);
        Assert.Equal(file["core-metadata"]!.ToJsonString(), file["data-dist-info-metadata"]!.ToJsonString());
    }
}
