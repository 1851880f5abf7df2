using System.Net;
using System.Text.Json;
using TrustedPublishing.Http;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class ResponsesOfPyPI
{
    private const string Sentence = "The server could not comply with the request since it is either malformed or otherwise incorrect.";

    public static TheoryData<int, string, object> Refusals => new()
    {
        { 400, "Non-user identities cannot create new projects. This was probably caused by successfully using a pending publisher but specifying the project name incorrectly (either in the publisher or in your project's metadata). Please ensure that both match. See: https://docs.pypi.org/trusted-publishers/troubleshooting/", UploadRejection.ProjectNotCreatable },
        { 400, "The name 'greeter' is too similar to an existing project. See https://pypi.org/help/#project-name for more information.", UploadRejection.ProjectNameRefused },
        { 400, "The name 'json' isn't allowed (conflict with Python Standard Library module name). See https://pypi.org/help/#project-name for more information.", UploadRejection.ProjectNameRefused },
        { 400, "The name 'a-' is invalid.", UploadRejection.ProjectNameRefused },
        { 409, "The name 'greeter' conflicts with an existing project. See https://pypi.org/help/#project-name for more information.", UploadRejection.ProjectNameRefused },
        { 400, "This filename was previously used by a file that has since been deleted. Use a different version. See https://pypi.org/help/#file-name-reuse for more information.", UploadRejection.FileNameUsedBefore },
        { 400, "Uploading new files to releases older than 14 days is not allowed.", UploadRejection.ReleaseClosed },
        { 400, "Only one sdist may be uploaded per release.", UploadRejection.SecondSdist },
        { 400, "Invalid distribution file. ZIP archive not accepted: Trailing data. See https://docs.pypi.org/archives for more information", UploadRejection.InvalidArchive },
        { 400, "Invalid attestations supplied during upload: A maximum of 2 attestations per file are supported", UploadRejection.InvalidAttestations },
        { 400, "File too large. Limit for project 'greeter' is 100 MB. See https://pypi.org/help/#file-size-limit for more information.", UploadRejection.TooLarge },
        { 400, "'summary' must be a single line. See https://packaging.python.org/specifications/core-metadata for more information.", UploadRejection.InvalidDistribution },
        { 403, "Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information.", UploadRejection.UnknownCredentials },
        { 403, "Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead. See https://pypi.org/help/#apitoken and https://pypi.org/help/#trusted-publishers", UploadRejection.PasswordNotAccepted },
        { 403, "Invalid API Token: OIDC scoped token is not valid for project 'greeter', OIDC scoped token is not valid for project 'greeter'", UploadRejection.TokenForOtherProject },
        { 403, "Invalid API Token: signatures do not match", UploadRejection.UnknownCredentials },
        { 403, "The given token isn't allowed to upload to project 'greeter'. See https://pypi.org/help/#project-name for more information.", UploadRejection.NoRole },
        { 403, "New uploads are temporarily disabled. See https://pypi.org/help/#admin-intervention for more information.", UploadRejection.UploadsDisabled },
        { 429, "Too many new projects created", UploadRejection.TooManyProjects },
        { 405, "The method POST is not allowed for this resource.", UploadRejection.WrongAddress },
        { 410, "Project pre-registration is no longer required or supported, upload your files instead.", UploadRejection.WrongAddress },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void AreRecognisedInEveryBodyFormat(int status, string text, object refusal)
    {
        foreach (var answer in InEveryForm(status, text))
        {
            var refused = Assert.IsType<UploadVerdict.Refused>(UploadVerdicts.FromResponse(answer));
            Assert.Equal(refusal, refused.Refusal);
            Assert.Contains(text, refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void IndicateSuccessWithTheJsonOfSuccess() =>
        Assert.Equal(new UploadVerdict.Accepted(UploadOutcome.Uploaded), UploadVerdicts.FromResponse(new(HttpStatusCode.OK, """{"message": "\n\n\n\n\n", "code": "200 OK", "title": "OK"}""") { ContentType = "application/json" }));

    [Fact]
    public void PreserveWhatTheReasonPhraseCannotContain()
    {
        const string Text = "'Grüße – 世界' is an invalid value for Name.";
        var answer = new UploadResponse(HttpStatusCode.BadRequest, JsonSerializer.Serialize(new { message = $"{Sentence}\n\n\n{Text}\n\n", code = "400 'Gr??e ? ??' is an invalid value for Name.", title = "Bad Request" }))
        {
            Reason = "'Gr??e ? ??' is an invalid value for Name.",
        };

        Assert.Equal(Text, answer.Text);
    }

    [Theory]
    [InlineData("Invalid API Token: token is expired")]
    [InlineData("Invalid API Token: OIDC scoped token is not valid for project 'greeter', token is expired, OIDC scoped token is not valid for project 'greeter', token is expired")]
    public void SayAnywhereThatTheTokenExpired(string text) =>
        Assert.All(InEveryForm(403, text), answer => Assert.IsType<UploadVerdict.Expired>(UploadVerdicts.FromResponse(answer)));

    [Fact]
    public void AreADuplicateToCompareIfTheFileExists() =>
        Assert.All(
            InEveryForm(400, "File already exists ('greeter-1.0-py3-none-any.whl', with blake2_256 hash '9db71050bd8a32301af3c3a441f93b72315ee0318ca37e89f2e19c2634feadef'). See https://pypi.org/help/#file-name-reuse for more information."),
            answer => Assert.IsType<UploadVerdict.Duplicate>(UploadVerdicts.FromResponse(answer)));

    [Theory]
    [InlineData(408, false)]
    [InlineData(425, false)]
    [InlineData(429, false)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    public void AreRetriedAfterServerErrors(int status, bool mayBeStored)
    {
        var verdict = UploadVerdicts.FromResponse(new((HttpStatusCode)status, "") { RetryAfter = TimeSpan.FromSeconds(7), Reason = "Oops" });

        Assert.Equal(new UploadVerdict.Transient((HttpStatusCode)status, "Oops", TimeSpan.FromSeconds(7), mayBeStored), verdict);
    }

    /// <summary>Only these three mean that the index is overloaded; the others are different kinds of failures.</summary>
    [Theory]
    [InlineData(408, false)]
    [InlineData(425, false)]
    [InlineData(429, true)]
    [InlineData(500, false)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, false)]
    public void IndicateCongestionOnlyIfTheIndexIsOverloaded(int status, bool isCongestion) =>
        Assert.Equal(isCongestion, Assert.IsType<UploadVerdict.Transient>(UploadVerdicts.FromResponse(new((HttpStatusCode)status, ""))).IsCongestion);

    [Theory]
    [InlineData(200, UploadRefusalName.Redirect)]
    [InlineData(299, UploadRefusalName.Redirect)]
    [InlineData(300, UploadRefusalName.Redirect)]
    [InlineData(399, UploadRefusalName.Redirect)]
    [InlineData(400, UploadRefusalName.InvalidDistribution)]
    [InlineData(407, UploadRefusalName.ProxyWantsCredentials)]
    [InlineData(410, UploadRefusalName.WrongAddress)]
    [InlineData(415, UploadRefusalName.InvalidDistribution)]
    [InlineData(422, UploadRefusalName.InvalidDistribution)]
    [InlineData(499, UploadRefusalName.Other)]
    [InlineData(501, UploadRefusalName.WrongAddress)]
    [InlineData(505, UploadRefusalName.ServerFailure)]
    public void AreInterpretedByStatusWithoutWords(int status, UploadRefusalName refusal) =>
        Assert.Equal(refusal.ToString(), Assert.IsType<UploadVerdict.Refused>(UploadVerdicts.FromResponse(new((HttpStatusCode)status, "") { IsOurs = false })).Refusal.ToString());

    [Theory]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    public void SayThatTheTokenExpiredOnlyIfTheyConcernCredentials(int status, bool isExpired) =>
        Assert.Equal(isExpired, UploadVerdicts.FromResponse(new((HttpStatusCode)status, "token is expired")) is UploadVerdict.Expired);

    [Theory]
    [InlineData(400, true)]
    [InlineData(403, true)]
    [InlineData(409, true)]
    [InlineData(422, true)]
    [InlineData(404, false)]
    [InlineData(410, false)]
    [InlineData(505, false)]
    public void AreADuplicateOnlyWithAStatusThatIndexesUseForIt(int status, bool isDuplicate) =>
        Assert.Equal(isDuplicate, UploadVerdicts.FromResponse(new((HttpStatusCode)status, "File already exists")) is UploadVerdict.Duplicate);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(501)]
    public void AreNotRetriedOtherwise(int status) =>
        Assert.False(UploadRetry.IsWorthIt(UploadVerdicts.FromResponse(new((HttpStatusCode)status, ""))));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public void AreNeverFollowedElsewhere(int status)
    {
        var verdict = UploadVerdicts.FromResponse(new((HttpStatusCode)status, "") { Location = new("https://user:password@index.example.com/login?token=secret") });

        Assert.Equal(new UploadVerdict.Refused(UploadRejection.Redirect, (HttpStatusCode)status, "https://index.example.com/login"), verdict);
    }

    [Fact]
    public void AreNotSuccessIfTheyAnswerAnotherRequest() =>
        Assert.IsType<UploadVerdict.Refused>(UploadVerdicts.FromResponse(new(HttpStatusCode.OK, "") { IsOurs = false }));

    private static UploadResponse[] InEveryForm(int status, string text)
    {
        var code = (HttpStatusCode)status;
        return
        [
            new(code, JsonSerializer.Serialize(new { message = $"{Sentence}\n\n\n{text}\n\n", code = $"{status} {text}", title = "Bad Request" })) { ContentType = "application/json", Reason = text },
            new(code, $"{status} {text}\n\n{Sentence}\n\n\n{text}\n\n") { ContentType = "text/plain" },
            new(code, $"<html>\n <head>\n  <title>{status} {WebUtility.HtmlEncode(text)}</title>\n </head>\n <body>\n  <h1>{status} {WebUtility.HtmlEncode(text)}</h1>\n  {Sentence}<br/><br/>\n{WebUtility.HtmlEncode(text)}\n\n\n </body>\n</html>") { ContentType = "text/html" },
            new(code, "") { Reason = text },
        ];
    }
}
