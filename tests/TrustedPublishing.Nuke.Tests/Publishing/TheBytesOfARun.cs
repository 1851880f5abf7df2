using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>Every index of a run gets the bytes that were inspected at the start, or nothing.</summary>
public sealed class TheBytesOfARun : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AreNotReplacedBetweenTwoIndexes()
    {
        await using var indexes = Registered(await TwoIndexes.StartAsync());
        var wheel = Wheel("1.0");

        var results = await ReleaseSequence.RunAsync(
            Releases(indexes), new Watcher(happening => { if (happening is PublishProgress.Verifying) { File.WriteAllBytes(wheel, ZipForge.Pack(TestWheel.With(new ZipPart("greeter/more.py", "# more\n")))); } }), TestContext.Current.CancellationToken);

        Assert.Equal([true, false], results.Select(result => result.Succeeded));
        Assert.Equal(PublishFailure.UnusableDistributions, results[1].Failure!.Failure);
        Assert.Contains("The file was replaced during the run", results[1].Failure!.Message, StringComparison.Ordinal);
        Assert.Empty(indexes.Second.Files);
    }

    [Fact]
    public async Task AreNotJoinedByFilesThatAppearLater()
    {
        await using var indexes = Registered(await TwoIndexes.StartAsync());
        Wheel("1.0");

        var results = await ReleaseSequence.RunAsync(
            Releases(indexes), new Watcher(happening => { if (happening is PublishProgress.Verifying) { Wheel("1.0-1"); } }), TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Single(indexes.Second.Files);
    }

    [Fact]
    public async Task AreSentNowhereIfTheRunIsInterruptedFirst()
    {
        await using var indexes = Registered(await TwoIndexes.StartAsync());
        Wheel("1.0");
        using var stop = new CancellationTokenSource();

        var results = await ReleaseSequence.RunAsync(Releases(indexes), new Watcher(happening => { if (happening is PublishProgress.Verifying) { stop.Cancel(); } }), stop.Token);

        Assert.Equal(PublishFailure.Cancelled, results[1].Failure!.Failure);
        Assert.Empty(indexes.Second.Files);
    }

    private static TwoIndexes Registered(TwoIndexes indexes) =>
        indexes.With(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", PendingProject = "greeter" });

    private string Wheel(string version)
    {
        var path = folder.Combine($"greeter-{version}-py3-none-any.whl");
        File.WriteAllBytes(path, TestWheel.Bytes());
        return path;
    }

    private PublishOptions[] Releases(TwoIndexes indexes)
    {
        var job = indexes.Job();
        return [.. new[] { indexes.First.Index, indexes.Second.Index }.Select(index => new PublishOptions { Index = index, Distributions = ["*.whl"], BaseDirectory = folder.Path, Environment = job })];
    }

    private sealed class Watcher(Action<PublishProgress> happened) : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value) => happened(value);
    }
}
