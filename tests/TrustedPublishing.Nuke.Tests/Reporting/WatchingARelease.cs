using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Tests.Reporting;

/// <summary>The progress bars on a terminal.</summary>
public sealed class WatchingARelease : IDisposable
{
    private const string Wheel = "greeter-1.0-py3-none-any.whl";

    private readonly TestConsole console = new TestConsole().Interactive().Width(100);
    private readonly FakeTimeProvider time = new();
    private readonly Told log = new();
    private readonly BarProgress progress;

    public WatchingARelease() => progress = new(log, console, time);

    public void Dispose()
    {
        progress.Dispose();
        console.Dispose();
    }

    [Fact]
    public void ShowsABarForTheReleaseAndOneForEachFileInProgress()
    {
        progress.Report(new PublishProgress.UploadStarted(Wheel, 1_000_000));
        progress.Report(new PublishProgress.BytesSent(Wheel, 500_000, 1_000_000));
        progress.Dispose();

        Assert.Contains(Wheel, console.Output, StringComparison.Ordinal);
        Assert.Contains("Release", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ShowsWhenAFileIsSentAgain()
    {
        progress.Report(new PublishProgress.UploadStarted(Wheel, 1_000_000));
        progress.Report(new PublishProgress.Retrying(Wheel, "HTTP 503", TimeSpan.FromSeconds(4), 2));
        progress.Dispose();

        Assert.Contains($"{Wheel}, attempt 2 in 4 s", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void HoldsBackTheLogUntilTheBarsAreGoneAndLosesNothing()
    {
        var started = new PublishProgress.UploadStarted(Wheel, 1_000_000);
        var retrying = new PublishProgress.Retrying(Wheel, "HTTP 503", TimeSpan.FromSeconds(4), 2);
        var verifying = new PublishProgress.Verifying("greeter", "1.0");

        progress.Report(started);
        progress.Report(retrying);
        Assert.Empty(log.Events);

        progress.Report(verifying);
        Assert.Equal([started, retrying, verifying], log.Events);
    }

    [Fact]
    public void SaysImmediatelyThatItWasInterrupted()
    {
        progress.Write("before");
        progress.Report(new PublishProgress.UploadStarted(Wheel, 1_000_000));
        progress.Write("while files are sent");

        Assert.Equal(["before"], log.Written);
        Assert.Contains("while files are sent", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.4/1.0 MB", 400_000, 0)]
    [InlineData("0.5/1.0 MB", 400_000, 0, 500_000)]
    public void NeverGoesBackIfAFileIsSentAgain(string shown, params int[] sent)
    {
        using (var bars = new ReleaseBars(console, time, 1_000_000))
        {
            bars.Show(new PublishProgress.UploadStarted(Wheel, 1_000_000));
            Array.ForEach(sent, bytes => bars.Show(new PublishProgress.BytesSent(Wheel, bytes, 1_000_000)));
        }

        Assert.Equal(2, console.Output[console.Output.LastIndexOf("Release", StringComparison.Ordinal)..].Split(shown).Length - 1);
    }

    private sealed class Told : IReleaseProgress
    {
        public List<PublishProgress> Events { get; } = [];

        public List<string> Written { get; } = [];

        public void Report(PublishProgress value) => Events.Add(value);

        public void Write(string text) => Written.Add(text);
    }
}
