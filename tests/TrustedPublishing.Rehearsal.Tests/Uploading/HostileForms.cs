using TrustedPublishing.Rehearsal.Uploading;

namespace TrustedPublishing.Rehearsal.Tests.Uploading;

/// <summary>Forms that try to exhaust memory and time, or to bypass the form parser's own errors.</summary>
public sealed class HostileForms
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("utf-7")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task FailForAnUnknownCharacterSet(string charset)
    {
        await using var bench = await Bench.StartAsync();

        var reply = await bench.UploadAsync("", new RawForm().Part("form-data; name=\"name\"", "+AGE-"u8.ToArray(), $"Content-Type: text/plain; charset={charset}"));

        Assert.Equal((500, "Internal Server Error"), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MustNotHaveMoreTextThanTheLimit()
    {
        await using var bench = await Bench.StartAsync();
        var half = new byte[65 * Megabyte];
        half.AsSpan().Fill((byte)'x');

        var reply = await bench.UploadAsync("", new RawForm().Part("form-data; name=\"description\"", half).Part("form-data; name=\"comment\"", half));

        Assert.Equal((400, "Invalid Form Data."), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task MustNotHaveTooManyPairs()
    {
        await using var bench = await Bench.StartAsync();
        using var pairs = new FormUrlEncodedContent(Enumerable.Range(0, 5000).Select(number => KeyValuePair.Create($"a{number}", "b")));

        var reply = await bench.SendAsync(HttpMethod.Post, "/legacy/?:action=file_upload", pairs);

        Assert.Equal((400, "Invalid Form Data."), (reply.Status, reply.Reason));
    }

    /// <summary>Quadratic time in the number of fields would never end.</summary>
    [Theory]
    [InlineData("\0", 1)]
    [InlineData("UNKNOWN", 0)]
    [InlineData("x", 300_000)]
    public void AreCleanedInASinglePass(string value, int kept)
    {
        var fields = Enumerable.Repeat(("comment", (string?)value), 300_000).ToArray();

        Assert.Equal(kept, FieldCleanup.Clean(fields).Fields.Count);
    }
}
