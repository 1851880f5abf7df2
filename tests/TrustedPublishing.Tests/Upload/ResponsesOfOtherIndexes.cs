using System.Net;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class ResponsesOfOtherIndexes
{
    private const string Bottle = """
        <!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>Error: 409 Conflict</title>
        <style type="text/css">html {background-color: #eee;}</style></head>
        <body><h1>Error: 409 Conflict</h1><p>Sorry, the requested URL <tt>&#039;http://index/&#039;</tt> caused an error:</p>
        <pre>Package &#039;greeter-1.0-py3-none-any.whl&#039; already exists!

          You may want to start the server with `--overwrite` option.</pre></body></html>
        """;

    private const string Nexus = """
        <!DOCTYPE html><html lang="en"><head><title>400 - Nexus Repository Manager</title></head><body><div class="nexus-body">
        <span class="title">Error 400</span><span class="description">Bad Request</span>
        <div class="content-section">Repository does not allow updating assets: pypi-local</div></div></body></html>
        """;

    public static TheoryData<string, int, string, string?, string> Duplicates => new()
    {
        { "devpi", 409, "text/plain", "409 Conflict", "409 greeter-1.0-py3-none-any.whl already exists in non-volatile index" },
        { "devpi's JSON", 409, "application/json", "Conflict", """{"message": "greeter-1.0-py3-none-any.whl already exists in non-volatile index"}""" },
        { "pypiserver", 409, "text/html", "Conflict", Bottle },
        { "Nexus", 400, "text/html", "bad request", Nexus },
        { "Nexus over PostgreSQL", 400, "text/html", null, "<html><body>greeter/packages/greeter/1.0/greeter-1.0-py3-none-any.whl cannot be updated</body></html>" },
        { "Artifactory", 403, "application/json", "Forbidden", """{"errors":[{"status":403,"message":"Not enough permissions to overwrite artifact 'pypi-local:greeter/1.0/greeter-1.0-py3-none-any.whl' (user 'ci' needs DELETE permission)."}]}""" },
        { "Artifactory since 2022", 403, "application/json", "Forbidden", """{"errors":[{"status":403,"message":"Not enough permissions to delete/overwrite artifact 'greeter' (user: 'ci' needs DELETE permission)."}]}""" },
        { "Artifactory since 2025", 403, "application/json", "Forbidden", """{"errors":[{"status":403,"message":"Not enough permissions to delete/overwrite all artifacts under 'pypi-local:greeter'"}]}""" },
        { "GitLab", 400, "application/json", "Bad Request", """{"message":"Validation failed: File name has already been taken"}""" },
        { "AWS CodeArtifact", 409, "application/json", "Conflict", "{}" },
    };

    [Theory]
    [MemberData(nameof(Duplicates))]
    public void MayBeDuplicatesToCompare(string index, int status, string contentType, string? reason, string body)
    {
        var verdict = UploadVerdicts.FromResponse(new((HttpStatusCode)status, body) { ContentType = contentType, Reason = reason });

        var duplicate = Assert.IsType<UploadVerdict.Duplicate>(verdict);
        Assert.False(string.IsNullOrWhiteSpace(duplicate.Text), index);
    }

    [Theory]
    [InlineData(401, "", UploadRefusalName.UnknownCredentials)]
    [InlineData(403, """{"message":"403 Forbidden"}""", UploadRefusalName.NoRole)]
    [InlineData(404, """{"message":"404 Project Not Found"}""", UploadRefusalName.WrongAddress)]
    [InlineData(405, "", UploadRefusalName.WrongAddress)]
    [InlineData(407, "", UploadRefusalName.ProxyWantsCredentials)]
    [InlineData(413, "<html><head><title>413 Request Entity Too Large</title></head></html>", UploadRefusalName.TooLarge)]
    [InlineData(418, "", UploadRefusalName.Other)]
    [InlineData(507, "", UploadRefusalName.ServerFailure)]
    public void AreInterpretedByStatusIfTheWordsAreUnknown(int status, string body, UploadRefusalName refusal)
    {
        var refused = Assert.IsType<UploadVerdict.Refused>(UploadVerdicts.FromResponse(new((HttpStatusCode)status, body)));

        Assert.Equal(refusal.ToString(), refused.Refusal.ToString());
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(201, """{"message":"201 Created"}""")]
    [InlineData(202, "OK")]
    public void MayIndicateSuccessInManyWords(int status, string body) =>
        Assert.IsType<UploadVerdict.Accepted>(UploadVerdicts.FromResponse(new((HttpStatusCode)status, body) { ContentType = "text/html" }));

    [Fact]
    public void AreNotSuccessIfAPageAsksForAPassword()
    {
        const string Login = """<!doctype html><html><body><form action="/sso"><input name="user"><INPUT NAME="secret" TYPE="Password"></form></body></html>""";

        var refused = Assert.IsType<UploadVerdict.Refused>(UploadVerdicts.FromResponse(new(HttpStatusCode.OK, Login) { ContentType = "text/html" }));

        Assert.Equal(UploadRejection.LoginPage, refused.Refusal);
    }

    [Fact]
    public void ShowTheTextOfAPageWithoutItsMarkup()
    {
        var answer = new UploadResponse(HttpStatusCode.Conflict, Bottle) { ContentType = "text/html" };

        Assert.Contains("Package 'greeter-1.0-py3-none-any.whl' already exists!", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("background-color", answer.Text, StringComparison.Ordinal);
    }
}
