using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

public sealed class UploadingAFile
{
    [Fact]
    public async Task StoresItWithItsMetadata()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), wheel, new FormField("requires_python", ">=3.8"));

        Assert.Equal(200, reply.Status);
        var file = Assert.Single(bench.Index.Files);
        Assert.Equal((wheel.FileName, "greeter", "1.0.0", wheel.Sha256, (long)wheel.Content.Length), (file.FileName, file.Project, file.Version, file.Sha256, file.Size));
        Assert.Equal(wheel.Content, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.Contains(new FormField("requires_python", ">=3.8"), file.Fields);
    }

    [Theory]
    [InlineData("application/json", "application/json", """{"message": "\n\n\n\n\n", "code": "200 OK", "title": "OK"}""")]
    [InlineData("", "text/plain; charset=UTF-8", "200 OK\n\n\n\n\n\n\n")]
    [InlineData("image/png", "text/plain; charset=UTF-8", "200 OK\n\n\n\n\n\n\n")]
    public async Task IsAnsweredInTheFormatThatTheClientAccepts(string accept, string type, string body)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(wheel.Fields()).File(wheel.FileName, wheel.Content), accept);

        Assert.Equal((200, type, body), (reply.Status, reply.Headers["Content-Type"], reply.Body));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("*/*")]
    public async Task IsRejectedInHtmlByDefault(string accept)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of([new(":action", "file_upload"), new("protocol_version", "2")]), accept);

        Assert.Equal((400, "Unknown protocol version."), (reply.Status, reply.Reason));
        Assert.StartsWith("<html>\n <head>\n  <title>400 Unknown protocol version.</title>", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRejectedInJsonWithARepeatedMessage()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(Sample.Wheel().Fields().Where(field => field.Name != "name").Append(new("name", "gre\u00e9t\u0142"))));

        const string Text = "'gre\u00e9t\u0142' is an invalid value for Name. Error: Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'. See https://packaging.python.org/specifications/core-metadata for more information.";
        Assert.Equal(400, reply.Status);
        Assert.Equal("400 " + Text.Replace('\u0142', '?'), reply.Json["code"]!.GetValue<string>());
        Assert.Equal($"The server could not comply with the request since it is either malformed or otherwise incorrect.\n\n\n{Text}\n\n", reply.Json["message"]!.GetValue<string>());
        Assert.Equal("Bad Request", reply.Json["title"]!.GetValue<string>());
        Assert.All(reply.Body, character => Assert.True(char.IsAscii(character)));
    }

    [Theory]
    [InlineData("submit", "Project pre-registration is no longer required or supported, upload your files instead.")]
    [InlineData("submit_pkg_info", "Project pre-registration is no longer required or supported, upload your files instead.")]
    [InlineData("doc_upload", "Uploading documentation is no longer supported, we recommend using https://readthedocs.org/.")]
    public async Task IsTheOnlyRemainingAction(string action, string text)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync("", RawForm.Of([new(":action", action)]));

        Assert.Equal((410, text), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?:action=unknown")]
    public async Task NeedsAnAction(string query)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.PostAsync("/legacy/" + query, "no form");

        Assert.Equal((405, "GET, HEAD, OPTIONS"), (reply.Status, reply.Headers["Allow"]));
    }

    [Fact]
    public async Task MayNameTheActionInTheQuery()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        using var form = RawForm.Of(wheel.Fields().Skip(1)).File(wheel.FileName, wheel.Content).ToContent();

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/?:action=file_upload", form, ("Authorization", $"Bearer {await bench.TokenAsync()}"));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task NeedsTheTrailingSlash()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.PostAsync("/legacy", "");

        Assert.Equal((308, "/legacy/"), (reply.Status, reply.Headers["Location"]));
        Assert.Equal("An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)", reply.Reason);
    }

    [Fact]
    public async Task IsNoLongerPossibleAtTheFirstAddress()
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(410, (await bench.PostAsync("/pypi?:action=file_upload", "")).Status);
    }

    [Fact]
    public async Task ShowsAPageToABrowser()
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(200, (await bench.GetAsync("/legacy/")).Status);
    }

    [Fact]
    public async Task AcceptsTheLongestHeaderThatTheServerDoes()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/?:action=file_upload", null, ("Authorization", "Bearer " + new string('a', 32_700)));

        Assert.Equal(403, reply.Status);
    }
}
