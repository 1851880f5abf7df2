using TrustedPublishing.Distributions;
using TrustedPublishing.Identity;
using TrustedPublishing.Index;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing;

/// <summary>
/// What the index can be asked while the files are still being inspected, because only their names matter: what it holds, and the audience of
/// identity tokens. Nothing is made or changed by it. A failure shows when the answer is needed, so it never comes before a finding about the files.
/// </summary>
internal sealed class IndexPrefetch : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly Dictionary<string, Task<IndexProject?>> pages;

    /// <summary>Asks. The caller's thread goes on with the files at once.</summary>
    public IndexPrefetch(
        IEnumerable<string> paths, PublishOptions options, HttpClient http, IndexReader reader, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        pages = paths.Select(Project).OfType<string>().Distinct()
            .ToDictionary(project => project, project => Task.Run(() => reader.GetProjectAsync(project, stop.Token), stop.Token));
        Audience = NeedsIdentity(options, http)
            ? Task.Run(() => TokenExchanger.AudienceAsync(options, http, progress, stop.Token), stop.Token)
            : null;
    }

    /// <summary>What identity tokens must be issued for; null when none will be needed.</summary>
    public Task<string>? Audience { get; }

    /// <summary>What the index lists for the project of a file.</summary>
    public Task<IndexProject?> PageOf(string project) => pages[project];

    /// <summary>Answers that nobody needed any more are not waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll([.. pages.Values, Audience ?? Task.CompletedTask]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static string? Project(string path) => DistributionFileName.TryParse(Path.GetFileName(path), out var name, out _) ? name.Project : null;

    private static bool NeedsIdentity(PublishOptions options, HttpClient http)
    {
        try
        {
            return ConfiguredCredentials.Read(options) is null && IdentityDetector.DetectFor(options, http) is not null;
        }
        catch (PublishException)
        {
            return false; // told when the identity is needed
        }
    }
}
