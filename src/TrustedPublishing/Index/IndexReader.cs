using System.Net;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// Reads an index's listing through its Simple API: JSON (PEP 691) if the index supports it, otherwise HTML (PEP 503). Transient failures are
/// retried. PyPI and TestPyPI never receive credentials; other indexes receive the configured ones, on the host of the upload address, or
/// those of <c>.netrc</c>.
/// </summary>
internal sealed class IndexReader : IDisposable
{
    private readonly HttpClient http;
    private readonly SimpleRequest request;
    private readonly FileDownload download;
    private readonly bool ownsClient;
    private volatile PackageIndex index;

    /// <summary>Creates a reader of <paramref name="index"/>. With <paramref name="ownsClient"/>, disposing it disposes <paramref name="http"/>.</summary>
    public IndexReader(PackageIndex index, HttpClient http, SimpleApiCredentials credentials, TimeProvider time, bool ownsClient = false)
    {
        (this.index, this.http, this.ownsClient) = (index, http, ownsClient);
        (request, download) = (new(http, credentials, time), new(http, credentials, time));
    }

    /// <summary>The index, with the profile that its responses have revealed so far.</summary>
    internal PackageIndex Index => index;

    /// <summary>
    /// The files that the index itself lists for a project, under any spelling of its name; null if it has no such project or redirects to another
    /// index for it. Files served by another host are excluded: a proxy lists files that the index does not have.
    /// </summary>
    /// <exception cref="PublishException">
    /// <see cref="PublishFailure.IndexUnavailable"/>: no response, or only failures; <see cref="PublishFailure.CredentialsRefused"/>: the index
    /// requires other credentials; <see cref="PublishFailure.Redirected"/>: it redirects, but not to the project;
    /// <see cref="PublishFailure.UnexpectedAnswer"/>: the response is not a Simple API page, is larger than 24 MiB, or lists more than 50,000 files.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IndexProject?> GetProjectAsync(string project, CancellationToken cancellationToken = default)
    {
        var name = ProjectName.Normalize(project);
        var answer = await request.SendAsync(PageOf(name), cancellationToken);
        if (answer.Profile is { } kind && kind != index.Profile && !index.Profile.HasPyPIPolicy)
        {
            index = index.As(kind);
            answer = await request.SendAsync(PageOf(name), cancellationToken);
        }

        return Read(answer, name);
    }

    /// <summary>Compares a distribution with a file that the index lists without a SHA-256, by downloading and hashing it.</summary>
    internal Task<RemoteFile> CompareAsync(Distribution distribution, IndexFile listed, CancellationToken cancellationToken) =>
        download.CompareAsync(distribution, listed, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (ownsClient)
        {
            http.Dispose();
        }
    }

    private Uri PageOf(string name) => new(index.SimpleUrl, $"{Uri.EscapeDataString(name)}/");

    private IndexProject? Read(SimpleResponse answer, string project) => answer.Answer.Status switch
    {
        HttpStatusCode.NotFound => null,
        HttpStatusCode.OK when answer.Body is { } body => Page(answer, body, project),
        HttpStatusCode.OK => throw IndexFailures.SimplePageStrange(index, answer.Url, $"it is larger than {SimpleRequest.LargestPage >> 20} MiB", null),
        _ when answer.Next is { } next && LeadsToProject(next, project) => null,
        var status => throw IndexFailures.IndexUnreadable(index, answer.Url, status, answer.Answer),
    };

    /// <summary>
    /// Many indexes redirect to PyPI for projects that they do not know. A redirect to anything else, such as a login page, proves nothing.
    /// </summary>
    private bool LeadsToProject(Uri next, string project) =>
        !PackageIndex.IsSameAuthority(next, index.SimpleUrl) && next.Segments.Any(segment => ProjectName.Normalize(Uri.UnescapeDataString(segment).TrimEnd('/')) == project);

    private IndexProject Page(SimpleResponse answer, ReadOnlyMemory<byte> body, string project)
    {
        try
        {
            var page = SimplePage.Read(answer.ContentType, body, answer.Url, project);
            return page with { Files = [.. page.Files.Where(file => index.Owns(file.Url))], Foreign = [.. page.Files.Where(file => !index.Owns(file.Url))] };
        }
        catch (FormatException exception)
        {
            throw IndexFailures.SimplePageStrange(index, answer.Url, exception.Message, exception);
        }
    }
}
