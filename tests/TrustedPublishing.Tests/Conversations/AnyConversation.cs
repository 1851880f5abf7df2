using System.Collections.Concurrent;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Conversations;

/// <summary>Whatever the CI system and the index answer, a release succeeds or fails with its own exception and a report of every file.</summary>
[Collection(nameof(AnyConversation))]
[CollectionDefinition(nameof(AnyConversation), DisableParallelization = true)] // allocations of tests that run in parallel would count
public sealed class AnyConversation
{
    private const int Conversations = 2000;
    private const long Growth = 64 << 20;

    [Fact]
    public async Task EndsInAReportOfEveryFile()
    {
        using var folder = new TemporaryDirectory();
        GreeterWheel.Write(folder.Combine("greeter-1.0-cp38-none-any.whl"));
        GreeterWheel.Write(folder.Combine("greeter-1.0-cp39-none-any.whl"));
        var first = Environment.GetEnvironmentVariable("CONVERSATION_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ends = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(first, Conversations), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (seed, _) =>
        {
            ends.Add(await EndAsync(seed, folder.Path));
            Assert.True(GC.GetTotalMemory(forceFullCollection: false) - before < Growth || GC.GetTotalMemory(forceFullCollection: true) - before < Growth, $"Conversation {seed} holds more than 64 MB: CONVERSATION_SEED={seed} plays it again.");
        });

        // If all conversations ended in the same way, they would prove little.
        Assert.True(ends.Distinct().Count() >= 6, string.Join(", ", ends.GroupBy(end => end).Select(end => $"{end.Key} {end.Count()}")));
        Assert.Contains("success", ends);
        Assert.Contains(nameof(PublishFailure.VerificationFailed), ends);
    }

    private static async Task<string> EndAsync(int seed, string folder)
    {
        var time = new ImpatientTime();
        await using var index = new FuzzedIndex(seed, time);
        var options = Options.Of(PackageIndex.Parse($"{index.Url}legacy/"), Options.GitHub(index.Url)) with { Time = time, BaseDirectory = folder, Distributions = ["*.whl"] };
        try
        {
            var report = await new Publisher(options).PublishAsync().WaitAsync(Patience.Limit, CancellationToken.None);
            Assert.True(report is { Succeeded: true, Files.Count: 2 }, Story("reported success without two files"));
            return "success";
        }
        catch (PublishException failure)
        {
            Check(failure);
            return failure.Failure.ToString();
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail(Story($"ended in {exception}"));
            throw;
        }

        void Check(PublishException failure)
        {
            var files = failure.Report?.Files ?? [];
            Assert.True(files.Count == 2, Story($"has no report of every file: {failure}"));
            Assert.True(failure.Message.Contains("What to change:", StringComparison.Ordinal), Story($"does not say what to change: {failure.Message}"));
            Assert.All(files, file => Assert.True(file.Outcome is not UploadOutcome.Uploaded || index.Accepted.Contains(file.FileName), Story($"calls {file.FileName} uploaded")));
            Assert.All(files, file => Assert.True(file.Outcome is not UploadOutcome.Failed || file.Message is { Length: > 0 }, Story($"does not say what happened to {file.FileName}")));
        }

        string Story(string what) => $"Conversation {seed} {what}\nCONVERSATION_SEED={seed} plays it again:\n{string.Join('\n', index.Conversation)}";
    }
}
