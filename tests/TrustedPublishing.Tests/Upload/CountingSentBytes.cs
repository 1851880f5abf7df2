using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Upload;

namespace TrustedPublishing.Tests.Upload;

public class CountingSentBytes
{
    [Fact]
    public void IsReportedTenTimesPerSecondAndAtTheEnd()
    {
        var time = new FakeTimeProvider();
        var events = new List<PublishProgress>();
        var counter = new SentCounter(Sample.Wheel(size: 1000), time, new Receiver(events));

        for (var sent = 1; sent <= 1000; sent++)
        {
            counter.Report(sent);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var counts = events.Cast<PublishProgress.BytesSent>().Select(progress => progress.Sent).ToArray();
        Assert.Equal([101, 201, 301], counts[..3]); // a tenth of a second after the one before
        Assert.Equal(10, counts.Length);
        Assert.Equal(1000, counts[^1]);
    }

    private sealed class Receiver(List<PublishProgress> events) : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value) => events.Add(value);
    }
}
