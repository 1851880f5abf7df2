namespace TrustedPublishing.Rehearsal.Tests;

public sealed class RecordedRequests
{
    [Fact]
    public async Task SayWhatWasAskedAndAnswered()
    {
        await using var bench = await Bench.StartAsync();
        var token = await bench.TokenAsync();
        await bench.UploadAsync(token, Sample.Wheel());
        await bench.UploadAsync(token, Sample.Wheel("other"));

        Assert.Equal(
            [("GET", 200, null), ("POST", 200, null), ("POST", 200, "greeter-1.0.0-py3-none-any.whl"), ("POST", 400, "other-1.0.0-py3-none-any.whl")],
            bench.Index.Requests.Select(request => (request.Method, request.Status!.Value, request.FileName)));
        Assert.StartsWith("Non-user identities", bench.Index.Requests[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HoldNoSecret()
    {
        await using var bench = await Bench.StartAsync();
        var identity = await bench.IdentityAsync();
        var token = (await bench.MintAsync(identity)).Json["token"]!.GetValue<string>();
        await bench.UploadAsync(token, Sample.Wheel());

        var text = string.Join('\n', bench.Index.Requests.Select(request => $"{request} {string.Join(' ', request.Headers)}"));

        Assert.Contains("bearer ***", text, StringComparison.Ordinal);
        Assert.Contains("Basic ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain(identity, text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bench.Basic("__token__", token)[6..], text, StringComparison.Ordinal);
    }
}
