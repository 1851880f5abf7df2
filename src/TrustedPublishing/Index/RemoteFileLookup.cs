using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// Compares individual files with the index's listing, or, if it lists no SHA-256, with the content that the index serves. Only the digest decides.
/// </summary>
internal sealed class RemoteFileLookup(IndexReader reader, TimeProvider time)
{
    /// <summary>The delays between lookups of a file that is not listed: listings may lag behind by seconds.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)];

    /// <summary>Compares with a page that was read earlier.</summary>
    public async Task<RemoteFile> CompareAsync(Distribution distribution, IndexProject? page, CancellationToken cancellationToken) =>
        RemoteFile.Compare(distribution, page) switch
        {
            RemoteFile.WithoutHash listed => await reader.CompareAsync(distribution, listed.File, cancellationToken),
            var known => known,
        };

    /// <summary>Looks up the file once.</summary>
    public async Task<RemoteFile> LookAsync(Distribution distribution)
    {
        try
        {
            return await CompareAsync(distribution, await reader.GetProjectAsync(distribution.FileName.Project, CancellationToken.None), CancellationToken.None);
        }
        catch (PublishException exception)
        {
            return new RemoteFile.Unreadable(exception);
        }
    }

    /// <summary>Looks up the file repeatedly, for a few seconds, until it is listed.</summary>
    public async Task<RemoteFile> LookPatientlyAsync(Distribution distribution)
    {
        RemoteFile presence = new RemoteFile.Absent();
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, time, CancellationToken.None);
            presence = await LookAsync(distribution);
            if (presence is not RemoteFile.Absent)
            {
                break;
            }
        }

        return presence;
    }
}
