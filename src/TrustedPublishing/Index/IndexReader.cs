using TrustedPublishing.Distributions;
using TrustedPublishing.Http;

namespace TrustedPublishing.Index;

/// <summary>
/// Reads what an index lists through its Simple API: JSON (PEP 691) where the index has it, else HTML (PEP 503). Transient failures are
/// repeated. PyPI and TestPyPI never get credentials; other indexes get those of the options, on the host that files are posted to, or
/// those of <c>.netrc</c>.
/// </summary>
public sealed class IndexReader : IDisposable
{
    private readonly PublishOptions options;
    private readonly HttpClient http;
    private readonly bool owned;

    /// <summary>A reader of <see cref="PublishOptions.Index"/> with the network settings of <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">A certificate file or a proxy address of the options cannot be used.</exception>
    public IndexReader(PublishOptions options)
    {
        this.options = options;
        http = HttpClients.CreateClient(options);
        owned = true;
    }

    internal IndexReader(PublishOptions options, HttpClient http) => (this.options, this.http) = (options, http);

    /// <summary>What the index lists for a project, in any spelling of its name; null when it knows no such project.</summary>
    /// <exception cref="PublishException">
    /// <see cref="PublishFailure.IndexUnavailable"/>: no answer, or only failures; <see cref="PublishFailure.CredentialsRefused"/>: the index
    /// wants other credentials; <see cref="PublishFailure.Redirected"/>: it leads elsewhere and not to an end;
    /// <see cref="PublishFailure.UnexpectedAnswer"/>: the answer is no Simple page, or larger than 64 MiB.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IndexProject?> GetProjectAsync(string project, CancellationToken cancellationToken = default)
    {
        var name = ProjectName.Normalize(project);
        var answer = await new SimpleRequest(options, http).SendAsync(new(options.Index.SimpleUrl, $"{Uri.EscapeDataString(name)}/"), cancellationToken);
        return SimpleResponseReader.Read(answer, options.Index, name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (owned)
        {
            http.Dispose();
        }
    }
}
