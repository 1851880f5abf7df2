using System.Net;
using CsCheck;
using TrustedPublishing.Index;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class AnyResponse
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char[' ', '~'], 0, 30],
        Gen.OneOf("{", "}", "\"message\":", "\"code\":", "\"errors\":[", "]", "\"\\ud800\"", "<html>", "<", "</", "<!--", "-->", "<script>", "<a href='", "<input type=password>", "\n\n\n", "&#x27;", "&#", "400 "));

    private static readonly Gen<string> Body = Fragment.Array[0, 12].Select(string.Concat);

    [Fact]
    public void HasAVerdictAndAText() => Gen.Select(Gen.Int[100, 599], Body, Gen.OneOf<string?>("text/html", "application/json", "text/plain", null)).Sample((status, body, type) =>
    {
        var answer = new UploadResponse((HttpStatusCode)status, body) { ContentType = type };
        Assert.NotNull(answer.Text);
        var verdict = UploadVerdicts.FromResponse(answer);
        Assert.Equal(status is >= 200 and < 300 && !HtmlTokens.AsksForPassword(body), verdict is UploadVerdict.Accepted or UploadVerdict.Unproven);
        Assert.False(verdict is UploadVerdict.Accepted && body.TrimStart().StartsWith('<'));
    });

    [Fact]
    public void IsQuotedOnLinesThatNoRunnerExecutes() => Body.Sample(body =>
    {
        var verdict = new UploadVerdict.Refused(UploadRejection.InvalidDistribution, HttpStatusCode.BadRequest, body);
        var message = UploadFailures.UploadRefused(PackageIndex.PyPI, Sample.Wheel(), verdict).Message;
        Assert.DoesNotContain(message.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', message);
    });
}
