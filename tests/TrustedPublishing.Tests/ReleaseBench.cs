using System.Collections.Concurrent;
using System.Security.Cryptography;
using TrustedPublishing.Rehearsal;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>A folder of distributions, an embedded index that trusts this job, and a publisher between them.</summary>
internal sealed class ReleaseBench : IAsyncDisposable, IProgress<PublishProgress>
{
    private readonly TemporaryDirectory folder = new();
    private readonly ConcurrentQueue<PublishProgress> events = new();

    private ReleaseBench(RehearsalIndex index, ImpatientTime time)
    {
        (Index, Time) = (index, time);
        Options = new()
        {
            Index = index.Index, Distributions = ["*.whl"], BaseDirectory = folder.Path, Environment = index.JobEnvironment(), Time = time,
        };
    }

    public RehearsalIndex Index { get; }

    public ImpatientTime Time { get; }

    public PublishOptions Options { get; set; }

    /// <summary>Called for every event before it is recorded.</summary>
    public Action<PublishProgress>? OnEvent { get; set; }

    public IReadOnlyList<PublishProgress> Events => [.. events];

    public IEnumerable<ReceivedRequest> Uploads => Index.Requests.Where(request => request.Path == "/legacy/");

    public static async Task<ReleaseBench> StartAsync(string faults = "", Func<RehearsalOptions, RehearsalOptions>? change = null)
    {
        var time = new ImpatientTime();
        var options = new RehearsalOptions { Time = time, Faults = RehearsalFaults.Parse(faults) };
        var index = await RehearsalIndex.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        index.Register(new RehearsalPublisher.GitHub { Owner = "octo-org", Repository = "greeter", Workflow = "release.yml", Projects = ["greeter"] });
        return new(index, time);
    }

    /// <summary>Writes wheels of greeter 1.0 for CPython 3.8 and later, each slightly larger than the previous one.</summary>
    public void AddWheels(int count, int padding = 100)
    {
        for (var number = 0; number < count; number++)
        {
            AddWheel($"cp3{8 + number}", padding * (number + 1));
        }
    }

    public string AddWheel(string python, int padding, string requiresPython = ">=3.8", string project = "greeter", string further = "") =>
        GreeterWheel.Write(folder.Combine($"{project}-1.0-{python}-none-any.whl"), padding, requiresPython, further);

    public async Task<PublishReport> PublishAsync(CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        return await new Publisher(Options).PublishAsync(this, cancellationToken).WaitAsync(limit.Token);
    }

    public async Task<PublishException> FailAsync(CancellationToken cancellationToken = default) =>
        await Assert.ThrowsAsync<PublishException>(() => PublishAsync(cancellationToken));

    /// <summary>Every file of the folder is on the index with exactly this content, and nothing else is.</summary>
    public void AssertComplete() =>
        Assert.Equal(Here(), Index.Files.Select(file => (file.FileName, file.Sha256)).Order());

    public void Report(PublishProgress value)
    {
        OnEvent?.Invoke(value);
        events.Enqueue(value);
    }

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        folder.Dispose();
    }

    private IEnumerable<(string, string)> Here() =>
        Directory.EnumerateFiles(folder.Path, "*.whl").Select(path => (Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))))).Order();
}
