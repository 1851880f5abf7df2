using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// Compares single files with what the index lists, and with what it serves where it lists no SHA-256. Only the digest decides.
/// </summary>
internal sealed class RemoteFileLookup(IndexReader reader, TimeProvider time)
{
    /// <summary>How long after one another a file that is not listed is looked for: pages may lag behind by seconds.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)];

    /// <summary>Compares with a page that was read before.</summary>
    public async Task<RemoteFile> CompareAsync(Distribution distribution, IndexProject? page, CancellationToken cancellationToken) =>
        RemoteFile.Compare(distribution, page) switch
        {
            RemoteFile.WithoutHash listed => await reader.CompareAsync(distribution, listed.File, cancellationToken),
            var known => known,
        };

    /// <summary>Looks once.</summary>
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

    /// <summary>Looks until something is listed, for a few seconds.</summary>
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
