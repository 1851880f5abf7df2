using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// Asks the index by hash about a single file, where its answer to an upload was lost, or says that it has the file. Only the digest decides.
/// </summary>
internal sealed class RemoteFileLookup(PublishOptions options, IndexReader reader)
{
    /// <summary>How long after one another a file that is not listed is looked for: pages may lag behind by seconds.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)];

    /// <summary>Looks once.</summary>
    public async Task<RemoteFile> LookAsync(Distribution distribution)
    {
        try
        {
            return RemoteFile.Of(distribution, await reader.GetProjectAsync(distribution.FileName.Project, CancellationToken.None));
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
            await Task.Delay(pause, options.Time, CancellationToken.None);
            presence = await LookAsync(distribution);
            if (presence is not RemoteFile.Absent)
            {
                break;
            }
        }

        return presence;
    }
}
