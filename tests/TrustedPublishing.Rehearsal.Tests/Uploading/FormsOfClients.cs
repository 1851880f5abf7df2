using System.Text;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>What different clients put on the wire, and what the server's form parser makes of it.</summary>
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
    public async Task MaySendASignatureThatNobodyReads()
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        var form = RawForm.Of(wheel.Fields()).Part("form-data; name=\"gpg_signature\"; filename=\"a.asc\"", "text"u8.ToArray()).File(wheel.FileName, wheel.Content);

        Assert.Equal(200, (await bench.UploadAsync(await bench.TokenAsync(), form)).Status);
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData(" UNKNOWN\r\n")]
    public async Task MaySayUnknownForNothing(string value)
    {
        await using var bench = await Bench.StartAsync();

        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new("summary", "first"), new("summary", value));

        Assert.DoesNotContain(Assert.Single(bench.Index.Files).Fields, field => field.Name == "summary");
    }

    [Fact]
    public async Task HaveZerosEscaped()
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

    [Fact]
    public async Task MustBeUtf8()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync("", new RawForm().Part("form-data; name=\"name\"", [0xff, 0xfe]));

        Assert.Equal((400, "Invalid Form Data."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MustBeComplete()
    {
        await using var bench = await Bench.StartAsync();
        using var whole = RawForm.Of(Sample.Wheel().Fields()).File("greeter-1.0.0-py3-none-any.whl", Sample.Wheel().Content).ToContent();
        using var part = new ByteArrayContent((await whole.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..^100]);
        part.Headers.ContentType = whole.Headers.ContentType;

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/", part);

        Assert.Equal((400, "Invalid Form Data."), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("image/foobar")]
    public async Task MustGiveTheFileAType(string? type)
    {
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(wheel.Fields()).File(wheel.FileName, wheel.Content, type is null ? null : $"Content-Type: {type}"));

        Assert.Equal((400, "Invalid distribution file."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MustHaveAFile()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), RawForm.Of(Sample.Wheel().Fields()));

        Assert.Equal((400, "Upload payload does not have a file."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MayHoldWhatNobodyKnows()
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new("project-url", "x"), new("future", "y"));

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("md5_digest", "0123456789abcdef0123456789abcdef")]
    [InlineData("blake2_256_digest", "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task MustNotGiveAWrongDigest(string field, string digest)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(), new FormField(field, digest));

        Assert.Equal((400, "The digest supplied does not match a digest calculated from the uploaded file."), (reply.Status, reply.Reason));
    }
}
