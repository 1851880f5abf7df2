using System.Text;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>What different clients send, and how the server's form parser interprets it.</summary>
public sealed class FormsOfClients
{
    [Fact]
    public async Task MayLeaveNamesUnquoted()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = new RawForm();
        foreach (var field in wheel.Fields())
        {
            form.Part($"form-data; name={field.Name}", Encoding.UTF8.GetBytes(field.Value), "Content-Type: text/plain; charset=utf-8");
        }

        form.Part($"form-data; name=content; filename={wheel.FileName}; filename*=utf-8''{wheel.FileName}", wheel.Content, "Content-Type: application/octet-stream");

        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(), form)).Status);
    }

    [Fact]
    public async Task MustNameTheFilePlainly()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields()).Part($"form-data; name=\"content\"; filename*=utf-8''{wheel.FileName}", "text"u8.ToArray(), "Content-Type: application/octet-stream");

        var reply = await bench.UploadAsync(await bench.TokenAsync(), form);

        Assert.Equal(500, reply.Status);
        Assert.Empty(bench.Index.Files);
    }

    [Fact]
    public async Task MustNotSendOtherFieldsAsFiles()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields()).Part("form-data; name=\"description\"; filename=\"README.md\"", "text"u8.ToArray()).File(wheel.FileName, wheel.Content);

        var reply = await bench.UploadAsync("", form);

        Assert.Equal((400, "description: Should not be a tuple."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MayContainASignatureThatIsIgnored()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields()).Part("form-data; name=\"gpg_signature\"; filename=\"a.asc\"", "text"u8.ToArray()).File(wheel.FileName, wheel.Content);

        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(), form)).Status);
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData(" UNKNOWN\r\n")]
    public async Task MayUseUnknownForNothing(string value)
    {
        await using var bench = await Bench.StartAsync();

        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new("summary", "first"), new("summary", value));

        Assert.DoesNotContain(Assert.Single(bench.Index.Files).Fields, field => field.Name == "summary");
    }

    [Fact]
    public async Task HaveNullCharactersEscaped()
    {
        await using var bench = await Bench.StartAsync();

        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new FormField("comment", "a\0b"));

        Assert.Contains(new FormField("comment", @"a\x00b"), Assert.Single(bench.Index.Files).Fields);
    }

    [Theory]
    [InlineData("base64", "w6TCoA==")]
    [InlineData("quoted-printable", "=C3=A4=\r\n=C2=A0")]
    public async Task MayEncodeTexts(string encoding, string value)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields())
            .Part("form-data; name=\"comment\"", Encoding.ASCII.GetBytes(value), $"Content-Transfer-Encoding: {encoding}")
            .File(wheel.FileName, wheel.Content);

        await bench.UploadAsync(await bench.TokenAsync(), form);

        Assert.Contains(new FormField("comment", "\u00e4\u00a0"), Assert.Single(bench.Index.Files).Fields);
    }

    [Theory]
    [InlineData(null, "Gr\ufffd\ufffde")]
    [InlineData("utf-8", "Gr\ufffd\ufffde")]
    [InlineData("iso-8859-1", "Gr\u00ef\u00bf\u00bd\u00ef\u00bf\u00bde")]
    public async Task MayContainBytesThatAreNotUtf8(string? charset, string expected)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields())
            .Part("form-data; name=\"comment\"", [(byte)'G', (byte)'r', 0xfc, 0xdf, (byte)'e'], charset is null ? [] : [$"Content-Type: text/plain; charset={charset}"])
            .File(wheel.FileName, wheel.Content);

        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(), form)).Status);
        Assert.Contains(new FormField("comment", expected), Assert.Single(bench.Index.Files).Fields);
    }

    [Fact]
    public async Task MustBeUtf8WhereTheyAreEncoded()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync("", new RawForm().Part("form-data; name=\"name\"", "//79"u8.ToArray(), "Content-Transfer-Encoding: base64"));

        Assert.Equal((400, "Invalid Form Data."), (reply.Status, reply.Reason));
    }

    /// <summary>Line endings and boundaries that no client should send but that the server accepts.</summary>
    [Theory]
    [InlineData("\r\n", "--{}--\r\n", "")]
    [InlineData("\n", "--{}--\n", "")]
    [InlineData("\r\n", "--{}--", "")]
    [InlineData("\r\n", "", "")]
    [InlineData("\n", "", "")]
    [InlineData("\r\n", "--{}-- \t\r\n", "preamble\r\n\r\n")]
    [InlineData("\r\n", "--{}--\r\nepilogue", "--{}x\r\n")]
    public async Task MayHaveUnusualEndings(string lineEnd, string end, string preamble)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        using var content = RawForm.Of([.. wheel.Fields(), new("comment", "--a\r\n-\n\r\nb")]).File(wheel.FileName, wheel.Content).ToContent(lineEnd, end, preamble);

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/", content, ("Authorization", Bench.Basic("__token__", await bench.TokenAsync())));

        Assert.True(reply.Status == 200, reply.ToString());
        var file = Assert.Single(bench.Index.Files);
        Assert.Equal(wheel.Content, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.Contains(new FormField("comment", "--a\r\n-\n\r\nb"), file.Fields);
    }

    [Theory]
    [InlineData("")]
    [InlineData("; boundary=")]
    [InlineData("; boundary=\"a \"")]
    public async Task MustHaveABoundary(string parameter)
    {
        await using var bench = await Bench.StartAsync();
        using var content = new ByteArrayContent([]);
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data{parameter}");

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/", content);

        Assert.Equal((400, "Invalid Form Data."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MayStopBeforeTheFile()
    {
        await using var bench = await Bench.StartAsync();
        using var whole = RawForm.Of(Sample.Wheel().Fields()).File("greeter-1.0.0-py3-none-any.whl", Sample.Wheel().Content).ToContent();
        using var part = new ByteArrayContent((await whole.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..^100]);
        part.Headers.ContentType = whole.Headers.ContentType;

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/", part, ("Authorization", Bench.Basic("__token__", await bench.TokenAsync())));

        Assert.Equal((400, "The digest supplied does not match a digest calculated from the uploaded file."), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData(null, 200, "OK")]
    [InlineData("text/html; x=y", 200, "OK")]
    [InlineData("IMAGE/png", 200, "OK")]
    [InlineData("", 400, "Invalid distribution file.")]
    [InlineData("image/foobar", 400, "Invalid distribution file.")]
    public async Task MayOmitTheTypeOfTheFileButNotLeaveItEmpty(string? type, int status, string reason)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(wheel.Fields()).File(wheel.FileName, wheel.Content, type is null ? null : $"Content-Type: {type}"));

        Assert.Equal((status, reason), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task UseTheLastOfSeveralFiles()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields()).File("first-1.0-py3-none-any.whl", [1, 2, 3]).File(wheel.FileName, wheel.Content);

        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(), form)).Status);
        Assert.Equal(wheel.FileName, Assert.Single(bench.Index.Files).FileName);
    }

    [Fact]
    public async Task MustNotSendFilesWithoutAName()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync("", RawForm.Of([new(":action", "file_upload")]).Part("form-data; filename=\"x\"", "text"u8.ToArray()));

        Assert.Equal((400, "None: Should not be a tuple."), (reply.Status, reply.Reason));
    }

    /// <summary>A single empty value counts as absent; among others it is an empty path.</summary>
    [Theory]
    [InlineData("", 200)]
    [InlineData("|LICENSE", 400)]
    public async Task MayHaveAnEmptyLicenceFile(string files, int status)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        FormField[] fields = [.. wheel.Fields().Where(field => field.Name != "metadata_version"), new("metadata_version", "2.4"), .. files.Split('|').Select(file => new FormField("license_file", file))];

        Assert.Equal(status, (await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(fields).File(wheel.FileName, wheel.Content))).Status);
    }

    [Fact]
    public async Task MustHaveAFile()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(Sample.Wheel().Fields()));

        Assert.Equal((400, "Upload payload does not have a file."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MayContainUnknownFields()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new("project-url", "x"), new("future", "y"));

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("md5_digest", "0123456789abcdef0123456789abcdef")]
    [InlineData("blake2_256_digest", "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task MustNotContainAWrongDigest(string field, string digest)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new FormField(field, digest));

        Assert.Equal((400, "The digest supplied does not match a digest calculated from the uploaded file."), (reply.Status, reply.Reason));
        Assert.DoesNotContain(digest, reply.Body, StringComparison.Ordinal);
        Assert.Contains($"({field}: supplied {digest}, calculated ", bench.Index.Requests[^1].Message, StringComparison.Ordinal);
        Assert.EndsWith($"; {Sample.Wheel().Content.Length} bytes received)", bench.Index.Requests[^1].Message, StringComparison.Ordinal);
    }
}
