using System.Net;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

/// <summary>Which success responses come from an index, and which values indicate an error.</summary>
public sealed class WhatCountsAsSuccess
{
    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(202, true)]
    [InlineData(203, false)]
    [InlineData(204, false)]
    [InlineData(206, false)]
    [InlineData(299, false)]
    public void IncludesThreeStatuses(int status, bool isClear) => Assert.Equal(isClear, UploadSuccess.IsClear((HttpStatusCode)status, "text/plain", ""));

    [Theory]
    [InlineData("""{"status":299}""", true)]
    [InlineData("""{"status":300}""", false)]
    [InlineData("""{"status":599}""", false)]
    [InlineData("""{"status":600}""", true)]
    [InlineData("""{"status":4e2}""", true)]
    [InlineData("""{"code":"299"}""", true)]
    [InlineData("""{"code":"300"}""", false)]
    [InlineData("""{"code":"599 Unknown"}""", false)]
    [InlineData("""{"code":"600"}""", true)]
    [InlineData("""{"code":"50"}""", true)]
    [InlineData("""{"code":"5xx"}""", true)]
    [InlineData("""{"code":"40A"}""", true)]
    [InlineData("""{"statusCode":404}""", false)]
    [InlineData("""{"STATUS_CODE":404}""", false)]
    [InlineData("""{"status":"Failed"}""", false)]
    [InlineData("""{"status":"failed again"}""", true)]
    [InlineData("""{"status":null}""", true)]
    [InlineData("""{"status":true}""", true)]
    [InlineData("""{"other":404}""", true)]
    public void ExcludesErrorCodes(string body, bool isClear) => Expect(isClear, body);

    [Theory]
    [InlineData("null", true)]
    [InlineData("false", true)]
    [InlineData("true", false)]
    [InlineData("\"\"", true)]
    [InlineData("\" \"", false)]
    [InlineData("[]", true)]
    [InlineData("[0]", false)]
    [InlineData("{}", true)]
    [InlineData("{\"a\":null}", false)]
    [InlineData("0", true)]
    [InlineData("1", false)]
    [InlineData("-1", false)]
    public void IncludesEmptyErrors(string value, bool isClear)
    {
        Expect(isClear, $$"""{"message":"x","error":{{value}}}""");
        Expect(isClear, $$"""{"Errors":{{value}}}""");
        Expect(isClear: true, $$"""{"terror":{{value}}}""");
    }

    [Theory]
    [InlineData("""{"success":false}""", false)]
    [InlineData("""{"ok":false}""", false)]
    [InlineData("""{"Succeeded":false}""", false)]
    [InlineData("""{"success":true}""", true)]
    [InlineData("""{"success":null}""", true)]
    [InlineData("""{"success":0}""", true)]
    [InlineData("""{"failure":false}""", true)]
    public void IncludesSuccessFlags(string body, bool isClear) => Expect(isClear, body);

    [Theory]
    [InlineData("{", false)]
    [InlineData("[", false)]
    [InlineData("[]", true)]
    [InlineData("[{\"error\":1}]", false)]
    [InlineData("[{\"name\":1}, 2]", true)]
    [InlineData("{} {}", false)]
    [InlineData("\uFEFF{\"error\":1}", false)]
    [InlineData(" {\"error\":1}", false)]
    [InlineData("error", true)]
    [InlineData("a < b", true)]
    [InlineData("<a>", false)]
    [InlineData("\uFEFF <a>", false)]
    public void IncludesPlainTexts(string body, bool isClear) => Expect(isClear, body);

    [Theory]
    [InlineData("text/html", "uploaded", true)]
    [InlineData("text/html", "uploaded <b>it</b>", false)]
    [InlineData("application/xhtml+xml", "uploaded <b>it</b>", false)]
    [InlineData("text/plain", "uploaded <b>it</b>", true)]
    [InlineData(null, "uploaded <b>it</b>", true)]
    public void ExcludesPages(string? type, string body, bool isClear) => Assert.Equal(isClear, UploadSuccess.IsClear(HttpStatusCode.OK, type, body));

    private static void Expect(bool isClear, string body) => Assert.Equal(isClear, UploadSuccess.IsClear(HttpStatusCode.OK, "application/json", body));
}
