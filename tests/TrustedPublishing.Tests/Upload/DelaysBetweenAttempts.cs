using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TrustedPublishing.Http;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class DelaysBetweenAttempts
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Tue, 01 Sep 2026 12:00:30 GMT", 30)]
    [InlineData("Tue, 01 Sep 2026 11:00:00 GMT", 0)]
    public void AreReadFromBothFormsOfRetryAfter(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(RetryConditionHeaderValue.Parse(header), Now));

    [Fact]
    public void AreOurChoiceWithoutTheHeader() => Assert.Null(RetryAfter.Read(null, Now));

    [Fact]
    public void AreThoseThatTheIndexAsksFor() =>
        Assert.Equal(TimeSpan.FromSeconds(9), UploadRetry.Pause(Transient(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(9)), attempt: 3));

    [Fact]
    public void AreLongIfTheIndexOnlySaysTooMany()
    {
        Assert.Equal(TimeSpan.FromSeconds(15), UploadRetry.Pause(Transient(HttpStatusCode.TooManyRequests, null), attempt: 0));
        Assert.Equal(TimeSpan.FromSeconds(120), UploadRetry.Pause(Transient(HttpStatusCode.TooManyRequests, null), attempt: 4));
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(4, 120)]
    public void AreDoubledUpToTwoMinutesIfTheIndexOnlySaysTooMany(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), UploadRetry.Pause(Transient(HttpStatusCode.TooManyRequests, null), attempt));
        Assert.Null(UploadRetry.Pause(Transient(HttpStatusCode.ServiceUnavailable, null), attempt));
    }

    [Fact]
    public void OccurOnlyBeforeAttemptsThatMaySucceed()
    {
        Assert.True(UploadRetry.IsWorthIt(Transient(HttpStatusCode.ServiceUnavailable, null)));
        Assert.False(UploadRetry.IsWorthIt(null));
        Assert.False(UploadRetry.IsWorthIt(new UploadVerdict.Accepted(UploadOutcome.Uploaded)));
        Assert.False(UploadRetry.IsWorthIt(new UploadVerdict.Duplicate(HttpStatusCode.Conflict, "")));
        Assert.False(UploadRetry.IsWorthIt(new UploadVerdict.Unproven(HttpStatusCode.OK, "")));
    }

    [Theory]
    [InlineData("00:05:00", true)]
    [InlineData("00:05:01", false)]
    public void EndIfTheIndexAsksForTooLongADelay(string pause, bool isWorthIt) =>
        Assert.Equal(isWorthIt, UploadRetry.IsWorthIt(Transient(HttpStatusCode.ServiceUnavailable, TimeSpan.Parse(pause, CultureInfo.InvariantCulture))));

    private static UploadVerdict.Transient Transient(HttpStatusCode status, TimeSpan? retryAfter) => new(status, "", retryAfter);
}
