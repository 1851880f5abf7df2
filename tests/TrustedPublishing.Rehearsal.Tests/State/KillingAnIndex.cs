using System.Collections.Concurrent;
using System.Diagnostics;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.State;

public sealed class KillingAnIndex
{
    [Fact]
    public async Task LosesNothingThatWasAccepted()
    {
        using var directory = new TemporaryDirectory();
        var wheels = Enumerable.Range(0, 60).Select(number => Sample.Wheel(text: new string('x', 20_000) + number, tag: $"cp3{number}-none-any")).ToArray();
        ConcurrentBag<string> accepted = [];

        for (var life = 0; life < 3; life++)
        {
            using var child = Start(directory.Path);
            var words = (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ');
            await UploadUntilKilledAsync(child, new(words[0]), words[1], wheels, accepted, killAfter: 5 + (7 * life));
        }

        await using var index = await RehearsalIndex.StartAsync(new() { DataDirectory = directory.Path }, TestContext.Current.CancellationToken);
        var held = index.Files.Select(file => file.Sha256).ToArray();
        Assert.NotEmpty(accepted);
        Assert.Empty(accepted.Except(held));
        Assert.Equal(held.Length, held.Distinct().Count());
        Assert.All(index.Files, file => Assert.Equal(file.Sha256, wheels.Single(wheel => wheel.Sha256 == Digest(file.Path)).Sha256));
    }

    private static async Task UploadUntilKilledAsync(Process child, Uri url, string token, Sample[] wheels, ConcurrentBag<string> accepted, int killAfter)
    {
        using var http = new HttpClient { BaseAddress = url };
        var answered = 0;
        await Parallel.ForEachAsync(wheels, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (wheel, cancellationToken) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, "/legacy/")) { Content = RawForm.Of(wheel.Fields()).File(wheel.FileName, wheel.Content).ToContent() };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            try
            {
                using var response = await http.SendAsync(request, cancellationToken);
                Assert.Equal(200, (int)response.StatusCode);
                accepted.Add(wheel.Sha256);
                if (Interlocked.Increment(ref answered) == killAfter)
                {
                    child.Kill(); // SIGKILL: the child cannot clean up
                }
            }
            catch (HttpRequestException)
            {
                // the child is dead: this upload received no response
            }
        });
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static Process Start(string directory)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KillingAnIndex).Assembly.Location);
        }

        start.Environment[ChildIndex.Variable] = directory;
        return Process.Start(start)!;
    }

    private static string Digest(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
