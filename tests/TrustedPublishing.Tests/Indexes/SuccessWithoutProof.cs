using System.Net;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>Servers that respond like an index but store nothing, or cannot show what they stored.</summary>
public class SuccessWithoutProof
{
    public static TheoryData<int, string, string> Answers => new()
    {
        { 200, "text/html", "<!doctype html><html><body><h1>Welcome to the portal</h1></body></html>" },
        { 200, "text/plain", "<html><body>Please sign in</body></html>" },
        { 200, "text/html", "Please <a href='/login'>sign in</a>" },
        { 203, "text/html", "<html><title>Azure DevOps Services | Sign In</title></html>" },
        { 200, "application/json", """{"error":"unauthorized"}""" },
        { 200, "application/json", """{"errors":[{"status":500,"message":"broken"}]}""" },
        { 200, "application/json", """{"success":false,"message":"no"}""" },
        { 200, "application/json", """{"status":403,"message":"Forbidden"}""" },
        { 201, "application/json", """{"status":"error"}""" },
        { 200, "application/json", """{"code":"404","message":"not here"}""" },
        { 200, "application/json", """{"message": "cut o""" },
        { 200, "application/xml", "<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>" },
        { 200, "application/json", """[{"error":"no such repository"}]""" },
        { 200, "application/json", "\uFEFF{\"errorMessage\":\"no\"}" },
        { 200, "application/json", """{"success":"false"}""" },
        { 201, "application/json", """{"result":"failed"}""" },
        { 202, "application/problem+json", """{"type":"about:blank","title":"Forbidden","status":403}""" },
        { 200, "text/html", "\uFEFF<!DOCTYPE html><title>Sign in</title>" },
        { 200, "text/xml", "\uFEFF <html xmlns='http://www.w3.org/1999/xhtml'/>" },
        { 204, "text/plain", "" },
        { 206, "text/plain", "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task IsAFailureIfTheResponseIsNotAnIndexs(int status, string type, string body)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add("greeter-1.0-cp38-none-any.whl");
        bench.Add("greeter-1.0-cp39-none-any.whl");
        bench.Index.Instead = request => request.Method == "POST" ? new((HttpStatusCode)status, body, type) : null;

        var failure = await bench.FailAsync();

        Assert.Equal(PublishFailure.UnexpectedAnswer, failure.Failure);
        Assert.Single(bench.Index.Uploads);
        Assert.All(failure.Report!.Files, file => Assert.False(file.Verified || file.Outcome is UploadOutcome.Uploaded or UploadOutcome.AlreadyPresent));
        Assert.True(bench.Time.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "<html><body>Upload successful</body></html>")]
    public async Task IsSuccessIfTheIndexNeverthelessListsTheFile(int status, string body)
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Stored = new((HttpStatusCode)status, body) });
        bench.Add();

        var report = await bench.PublishAsync();

        Assert.Equal((UploadOutcome.Uploaded, true), (Assert.Single(report.Files).Outcome, report.Files[0].Verified));
    }

    [Theory]
    [InlineData("""{"message":"201 Created"}""")]
    [InlineData("""{"status":200,"message":"OK","errors":[],"error":null}""")]
    [InlineData("OK")]
    [InlineData("")]
    public async Task IsSuccessInTheResponsesOfManyIndexes(string body)
    {
        await using var bench = new IndexBench(IndexBench.Generic with { Stored = new(HttpStatusCode.OK, body, "text/html") });
        bench.Add();

        Assert.True((await bench.PublishAsync()).Succeeded);
    }

    [Fact]
    public async Task IsAnUnknownOutcomeAndAFailureIfTheFileIsNeverListed()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Stores = bench.Index.Lists = false;

        var failure = await bench.FailAsync();

        Assert.Equal((PublishFailure.VerificationFailed, UploadOutcome.Unknown), (failure.Failure, Assert.Single(failure.Report!.Files).Outcome));
        Assert.False(failure.Report!.Succeeded);
        Assert.Contains("--pypi-simple", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--pypi-verify Warn", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(may or may not be there)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CausesOnlyAWarningOnRequest()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Lists = false;
        bench.Options = bench.Options with { Verify = VerifyLevel.Warn };

        var report = await bench.PublishAsync();

        Assert.Equal((true, false), (report.Succeeded, Assert.Single(report.Files).Verified));
        Assert.Contains(report.Warnings, warning => warning.Text.Contains("not listed yet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, PublishFailure.CredentialsRefused)]
    [InlineData(403, PublishFailure.CredentialsRefused)]
    [InlineData(503, PublishFailure.IndexUnavailable)]
    [InlineData(405, PublishFailure.UnexpectedAnswer)]
    public async Task IsPreventedIfTheIndexCannotBeRead(int status, PublishFailure code)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request => request.Method == "GET" ? new((HttpStatusCode)status, "") : null;

        var failure = await bench.FailAsync();

        Assert.Equal(code, failure.Failure);
        Assert.Empty(bench.Index.Uploads);
        Assert.Contains($"HTTP {status}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--pypi-verify Warn", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VerifyLevel.Warn, 2)]
    [InlineData(VerifyLevel.Off, 0)]
    public async Task IsAcceptedFromAnUnreadableIndexOnRequest(VerifyLevel level, int warnings)
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request => request.Method == "GET" ? new(HttpStatusCode.Unauthorized, "") : null;
        bench.Options = bench.Options with { Verify = level };

        var report = await bench.PublishAsync();

        Assert.Equal((UploadOutcome.Uploaded, false), (Assert.Single(report.Files).Outcome, report.Files[0].Verified));
        Assert.Equal(warnings, report.Warnings.Count);
    }

    [Fact]
    public async Task IsAnUnknownOutcomeIfTheIndexCanNoLongerBeRead()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = request => request.Method == "GET" && bench.Index.Uploads.Any() ? new(HttpStatusCode.Forbidden, "") : null;

        var failure = await bench.FailAsync();

        Assert.Equal((PublishFailure.VerificationFailed, UploadOutcome.Unknown), (failure.Failure, Assert.Single(failure.Report!.Files).Outcome));
        Assert.Contains("HTTP 403", failure.Message, StringComparison.Ordinal);
    }
}
