using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

public class PublisherKilledMidway
{
    public static TheoryData<int> Moments => [.. TenMoments()];

    /// <summary>SIGKILL after a number of events during the upload: there are at least three for each of the 20 files.</summary>
    [Theory]
    [MemberData(nameof(Moments))]
    public async Task IsResumedByTheSameCommandWithNothingLostOrDoubled(int moment)
    {
        await using var bench = await ReleaseBench.StartAsync(change: options => options with { Time = TimeProvider.System });
        bench.AddWheels(20, 20_000);

        var killed = await RunAsync(bench, moment);
        var resumed = await RunAsync(bench, int.MaxValue);

        Assert.NotEqual(0, killed);
        Assert.Equal(0, resumed);
        bench.AssertComplete();
        Assert.InRange(bench.Uploads.Count(request => request.Status == 200), 1, 20); // a stored file is not sent again
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Seeded, so that every run kills at the same moments; nothing secret.")]
    private static int[] TenMoments()
    {
        var moments = Enumerable.Range(1, 55).ToArray();
        new Random(20).Shuffle(moments);
        return moments[..10];
    }

    private static async Task<int> RunAsync(ReleaseBench bench, int moment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "TrustedPublishing.Client.dll"), bench.Index.Index.UploadUrl.AbsoluteUri, bench.Options.BaseDirectory])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in bench.Options.Environment)
        {
            start.Environment[name] = value;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience.Limit);
        using var process = Process.Start(start)!;
        for (var events = 0; await process.StandardOutput.ReadLineAsync(limit.Token) is { } line;)
        {
            if (line is "UploadStarted" or "BytesSent" or "UploadFinished" && ++events == moment)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }
}
