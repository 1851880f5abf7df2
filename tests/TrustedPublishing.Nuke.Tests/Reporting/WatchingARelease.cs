using Microsoft.Extensions.Time.Testing;

namespace TrustedPublishing.Nuke.Tests.Reporting;

public class WatchingARelease
{
    [Theory]
    [InlineData(200)]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(10)]
    public void NeverFillsTheTerminalsLine(int width)
    {
        using var terminal = new StringWriter();
        using var bar = new BarProgress(new Ignored(), terminal, () => width, new FakeTimeProvider());

        bar.Report(new PublishProgress.UploadStarted("greeter-1.0.tar.gz", 1_000_000));
        bar.Report(new PublishProgress.BytesSent("greeter-1.0.tar.gz", 500_000, 1_000_000));

        Assert.NotEmpty(terminal.ToString());
        Assert.All(terminal.ToString().Split('\r'), line => Assert.True(line.Length < width, line));
    }

    [Fact]
    public void TellsTheRateAndNeverMovesForRepeatedBytes()
    {
        var time = new FakeTimeProvider();
        var meter = new TransferMeter(time);
        meter.Count(new PublishProgress.UploadStarted("greeter-1.0.tar.gz", 1_000_000));
        time.Advance(TimeSpan.FromSeconds(2));
        meter.Count(new PublishProgress.BytesSent("greeter-1.0.tar.gz", 400_000, 1_000_000));
        var first = meter.Rate;
        meter.Count(new PublishProgress.BytesSent("greeter-1.0.tar.gz", 0, 1_000_000));

        Assert.Equal(200_000, first);
        Assert.Equal((200_000d, 0L), (meter.Rate, meter.Done));
    }

    private sealed class Ignored : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value)
        {
        }
    }
}
