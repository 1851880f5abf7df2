using System.Net;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

/// <summary>What an index says, out of whatever form it says it in; and what is left of an answer that breaks off.</summary>
public sealed class TextsOfAnAnswer
{
    [Theory]
    [InlineData("""{"message":"m","error":"e","detail":"d","error_description":"x"}""", "m")]
    [InlineData("""{"error":"e","detail":"d","error_description":"x"}""", "e")]
    [InlineData("""{"detail":"d","error_description":"x"}""", "d")]
    [InlineData("""{"error_description":"x"}""", "x")]
    [InlineData("""{"message":" ","error":1,"detail":"d"}""", "d")]
    [InlineData("""{"errors":["a","b"],"message":"m"}""", "a; b")]
    [InlineData("""{"code":"400 c","errors":["a"],"message":"m"}""", "c")]
    [InlineData("""{"code":"c","message":"m"}""", "m")]
    [InlineData("""{"code":"400","message":"m"}""", "m")]
    [InlineData("""{"message":"general\n\n\nt","code":"400 c"}""", "t")]
    [InlineData("""{"message":"general\n\n\n ","code":"400 c"}""", "c")]
    [InlineData("""{"errors":[{"message":"m","description":"d","detail":"x"}]}""", "m")]
    [InlineData("""{"errors":[{"description":"d","detail":"x"}]}""", "d")]
    [InlineData("""{"errors":[{"detail":"x"}]}""", "x")]
    [InlineData("""{"errors":["a",{"message":" "},{"message":"b"},1," "]}""", "a; b")]
    [InlineData("""{"errors":[],"message":"m"}""", "m")]
    [InlineData("""{"errors":[{}],"detail":"d"}""", "d")]
    [InlineData("""{"errors":{"message":"x"},"message":"m"}""", "m")]
    [InlineData("""{"errors":"x","message":"m"}""", "m")]
    [InlineData("""{"message":"cut off""", """{"message":"cut off""")]
    [InlineData("""{"message":"\ud800"}""", """{"message":"\ud800"}""")]
    [InlineData("{}", "{}")]
    [InlineData("[1]", "[1]")]
    public void AreFoundInJson(string body, string expected) => Assert.Equal(expected, Response(400, body, "application/json").Text);

    [Theory]
    [InlineData("text/html", "<html><title>T</title><body>words</body></html>", "words")]
    [InlineData("text/html", "<html><body>words</body><title>T</title></html>", "words")]
    [InlineData("text/html", "<html><title>T</title><body> </body></html>", "T")]
    [InlineData("text/html", "no markup", "no markup")]
    [InlineData("text/plain", "a &amp; b", "a &amp; b")]
    [InlineData("text/plain", "400 x\n\ngeneral\n\n\nt\n\n", "t")]
    [InlineData("text/plain", "general\r\n\r\n\r\nt", "t")]
    [InlineData("text/plain", "400 - x", "x")]
    [InlineData("text/plain", "", "Reason")]
    [InlineData("text/plain", "400", "Reason")]
    public void AreFoundInPagesAndPlainText(string type, string body, string expected) => Assert.Equal(expected, Response(400, body, type).Text);

    [Theory]
    [InlineData(200, "", UploadOutcome.Uploaded, null)]
    [InlineData(200, """{"error":"no"}""", null, "no")]
    [InlineData(204, "", null, "")]
    [InlineData(299, "said", null, "said")]
    public void AreASuccessOrDoNotShowThatThereIsOne(int status, string body, UploadOutcome? accepted, string? unproven)
    {
        var verdict = UploadVerdicts.FromResponse(Response(status, body, "text/plain"));

        Assert.Equal(accepted, (verdict as UploadVerdict.Accepted)?.Outcome);
        Assert.Equal(unproven, (verdict as UploadVerdict.Unproven)?.Text);
    }

    [Theory]
    [InlineData(300, "", UploadRefusalName.Redirect)]
    [InlineData(400, "The name 'x' is invalid.", UploadRefusalName.ProjectNameRefused)]
    [InlineData(400, "The name 'x' is fine.", UploadRefusalName.InvalidDistribution)]
    [InlineData(400, "This file isn't allowed.", UploadRefusalName.InvalidDistribution)]
    [InlineData(422, "The name 'x' is invalid.", UploadRefusalName.InvalidDistribution)]
    public void AreRejectionsByTheirWords(int status, string body, UploadRefusalName expected) =>
        Assert.Equal(expected.ToString(), Assert.IsType<UploadVerdict.Refused>(UploadVerdicts.FromResponse(Response(status, body, "text/plain"))).Refusal.ToString());

    [Fact]
    public void OfAFailureAreTheServers() => Assert.Equal(UploadRejection.ServerFailure, UploadVerdicts.RefusalOf(HttpStatusCode.InternalServerError, ""));

    /// <summary>The status counts with what was read until then.</summary>
    [Theory]
    [InlineData("nothing", true)]
    [InlineData("the connection", true)]
    [InlineData("the protocol", true)]
    [InlineData("the time", true)]
    [InlineData("a defect", false)]
    public async Task AreReadAsFarAsTheyCome(string fails, bool isRead)
    {
        using var content = new StreamContent(new BreakingStream("half of it"u8.ToArray(), fails switch
        {
            "the connection" => new IOException(),
            "the protocol" => new HttpRequestException(),
            "the time" => new OperationCanceledException(),
            "a defect" => new NotSupportedException(),
            _ => null,
        }));
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = content };

        UploadResponse? read = null;
        var exception = await Record.ExceptionAsync(async () => read = await UploadResponse.ReadAsync(response, PackageIndex.PyPI, TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Equal(isRead, exception is null);
        Assert.Equal(isRead ? (HttpStatusCode.BadRequest, "half of it") : default, (read?.Status ?? default, read?.Body));
    }

    private static UploadResponse Response(int status, string body, string type) => new((HttpStatusCode)status, body) { ContentType = type, Reason = " Reason " };

    private sealed class BreakingStream(byte[] content, Exception? end) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length && end is not null ? throw end : await base.ReadAsync(buffer, cancellationToken);
    }
}
