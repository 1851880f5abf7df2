using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Upload;

/// <summary>
/// Requests that need only the files' names and therefore run while the files are still being inspected: the index's listing, and the audience of
/// identity tokens. They change nothing. A failure is thrown when the response is needed, so it never precedes a finding about the files.
/// </summary>
internal sealed class IndexPrefetch : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Dictionary<string, Task<IndexProject?>> pages;

    /// <summary>Starts the requests. The caller continues with the files immediately.</summary>
    public IndexPrefetch(
        IEnumerable<string> paths, IndexReader reader, Authorization authorization, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        pages = paths.Select(Project).OfType<string>().Distinct()
            .ToDictionary(project => project, project => Task.Run(() => reader.GetProjectAsync(project, stop.Token), stop.Token));
        Audience = authorization.PrefetchAudience(progress, stop.Token);
    }

    /// <summary>The audience for identity tokens; null if none will be needed.</summary>
    public Task<string>? Audience { get; }

    /// <summary>What the index lists for a project.</summary>
    public Task<IndexProject?> PageOf(string project) => pages[project];

    /// <summary>Does not wait for responses that are no longer needed.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll([.. pages.Values, Audience ?? Task.CompletedTask]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static string? Project(string path) => DistributionFileName.TryParse(Path.GetFileName(path), out var name, out _) ? name.Project : null;
}
