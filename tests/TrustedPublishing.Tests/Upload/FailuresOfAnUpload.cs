using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.Release;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class FailuresOfAnUpload
{
    private static readonly Distribution Wheel = Sample.Wheel();
    private static readonly PackageIndex Simple = PackageIndex.Parse("https://pypi.example.com/simple/");

    [Fact]
    public Task SayWhatWasTriedWhereWhatTheIndexSaidAndWhatToChange() => Verifier.Verify(Text(
    [
        .. Enum.GetValues<UploadRejection>().Select(refusal => Refused(refusal, refusal is UploadRejection.Redirect ? "https://sso.example.com/login?next=secret" : "What the index says.")),
        UploadFailures.UploadRefused(PackageIndex.Parse("https://pypi.example.com/legacy"), Wheel, new(UploadRejection.Redirect, HttpStatusCode.PermanentRedirect, "/legacy/")),
        UploadFailures.UploadRefused(Sample.Devpi, Wheel, new(UploadRejection.UnknownCredentials, HttpStatusCode.Unauthorized, "no"), "__token__"),
        UploadFailures.UploadRefused(Sample.Devpi, Wheel, new(UploadRejection.NotAnIndex, HttpStatusCode.NoContent, "")),
        UploadFailures.UploadExhausted(PackageIndex.PyPI, Wheel, new(HttpStatusCode.ServiceUnavailable, "first byte timeout"), 6, isUnknown: false),
        UploadFailures.UploadExhausted(PackageIndex.PyPI, Wheel, new(HttpStatusCode.TooManyRequests, "slow down", TimeSpan.FromHours(1)), 1, isUnknown: false),
        UploadFailures.UploadExhausted(PackageIndex.PyPI, Wheel, new(null, "Connection reset by peer", MayBeStored: true), 6, isUnknown: true),
        UploadFailures.Distrusted(PackageIndex.PyPI, "greeter-1.0-py3-none-any.whl", new HttpRequestException("The SSL connection could not be established.")),
        UploadFailures.FileUnreadable(PackageIndex.PyPI, Wheel, new("it changed after it was inspected")),
        UploadFailures.FileConflict(PackageIndex.PyPI, Wheel, Sample.Listed(Sample.OtherSha256)),
        .. Unproven(PackageIndex.PyPI, new RemoteFile.Absent()),
        .. Unproven(Sample.Devpi, new RemoteFile.Absent(), new RemoteFile.WithoutHash(Sample.Listed()), new RemoteFile.Unreadable(Unreadable(HttpStatusCode.Unauthorized))),
    ]));

    [Fact]
    public Task SayTheSameForTheReleaseAsAWhole() => Verifier.Verify(Text(
    [
        .. new HttpStatusCode?[] { null, HttpStatusCode.Unauthorized, HttpStatusCode.Found, HttpStatusCode.MethodNotAllowed, HttpStatusCode.BadGateway }.Select(Unreadable),
        IndexFailures.SimplePageStrange(Sample.Devpi, Sample.Devpi.SimpleUrl, "the JSON has no list 'files'", null),
        ReleaseFailures.NotPublishable(PackageIndex.PyPI, PublishFailure.FileConflict, [ReleaseFailures.Conflict(PackageIndex.PyPI, Wheel, Sample.Listed(Sample.OtherSha256)), ReleaseFailures.WithoutHash(PackageIndex.PyPI, Wheel)]),
        ReleaseFailures.ListingRequired(Sample.Devpi, Unreadable(HttpStatusCode.Unauthorized)),
        ReleaseFailures.NeverListed(Sample.Devpi, [(Wheel, null)], TimeSpan.FromSeconds(60), unreadable: null),
        ReleaseFailures.NeverListed(Sample.Devpi, [(Wheel, new("https://files.pythonhosted.org/greeter-1.0-py3-none-any.whl")), (Wheel, null)], TimeSpan.FromSeconds(60), Unreadable(HttpStatusCode.Forbidden).Message),
        ReleaseFailures.VerificationFailed(PackageIndex.PyPI, [ReleaseFailures.Differs(Wheel, "size", "1", "2")]),
        ReleaseFailures.Stopped(UploadFailures.FileConflict(PackageIndex.PyPI, Wheel, Sample.Listed(Sample.OtherSha256)), Report(UploadOutcome.Uploaded, UploadOutcome.AlreadyPresent, UploadOutcome.Failed, UploadOutcome.Unknown, UploadOutcome.NotAttempted)),
        ReleaseFailures.Cancelled(PackageIndex.PyPI, Report(UploadOutcome.NotAttempted, UploadOutcome.NotAttempted)),
    ]));

    [Fact]
    public void ShowNoTokenThatTheIndexRepeats() =>
        Assert.DoesNotContain("AgEIcHlwaS5vcmc", Refused(UploadRejection.NoRole, "token pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw is wrong").Message, StringComparison.Ordinal);

    private static PublishException Refused(UploadRejection refusal, string text) => UploadFailures.UploadRefused(Simple, Wheel, new(refusal, HttpStatusCode.BadRequest, text));

    private static PublishException Unreadable(HttpStatusCode? status) =>
        IndexFailures.IndexUnreadable(Sample.Devpi, new(Sample.Devpi.SimpleUrl, "greeter/"), status, new(status, "") { Fault = status is null ? "Name or service not known" : null });

    private static IEnumerable<PublishException> Unproven(PackageIndex index, params RemoteFile[] presences) =>
        presences.Select(presence => UploadFailures.DuplicateUnproven(index, Wheel, new(HttpStatusCode.Conflict, "File already exists"), presence));

    private static PublishReport Report(params UploadOutcome[] outcomes) => new()
    {
        Index = PackageIndex.PyPI,
        Project = "greeter",
        Version = "1.0",
        Files = [.. outcomes.Select((outcome, number) => new FileReport { FileName = $"greeter-1.0-{number}-py3-none-any.whl", Size = 1, Sha256 = Sample.Sha256, Outcome = outcome })],
    };

    private static string Text(IEnumerable<PublishException> failures) =>
        string.Join("\n\n", failures.Select(failure => $"──── {failure.Failure}\n{failure.Message}")).ReplaceLineEndings("\n");
}
