using TrustedPublishing.Distributions;
using TrustedPublishing.Http;

namespace TrustedPublishing.Release;

/// <summary>
/// The ledger of a release: what was tried with each file, when and by which run, written at every change. It is for people and for the
/// next run's warnings; what is on the index decides what is uploaded.
/// </summary>
internal sealed class ReleaseJournal
{
    private readonly string? path;
    private readonly Action<Finding> warn;
    private LedgerDocument document;
    private bool broken;

    private ReleaseJournal(string? path, LedgerDocument document, Action<Finding> warn) => (this.path, this.document, this.warn) = (path, document, warn);

    /// <summary>Opens the ledger, takes over what an earlier run of the same release wrote, and warns of what cannot be used.</summary>
    public static ReleaseJournal Open(PublishOptions options, IReadOnlyList<Distribution> distributions, Action<Finding> warn)
    {
        var path = options.LedgerFile is { } file ? Path.GetFullPath(file, options.BaseDirectory) : null;
        var (earlier, complaint) = path is null ? default : ReleaseJournalFile.Read(path);
        if (complaint is not null)
        {
            warn(ReleaseFailures.LedgerIgnored(path!, complaint));
        }

        return new(path, LedgerDocument.Begin(options, distributions, earlier), warn);
    }

    /// <summary>Writes it for the first time; later, a ledger that cannot be written stops nothing.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableSettings"/>: it cannot be written.</exception>
    public void Begin(PackageIndex index)
    {
        try
        {
            if (path is not null)
            {
                Save(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ConnectionFailures.LedgerUnwritable(index, path!, exception);
        }
    }

    /// <summary>Records a change and writes it down. Call it under the release's lock.</summary>
    public void Record(Distribution distribution, Func<JournalEntry, JournalEntry> change)
    {
        document = document with
        {
            Files = [.. document.Files.Select(entry => entry.File == distribution.FileName.Text ? change(entry) : entry)],
        };
        Write();
    }

    private void Write()
    {
        if (path is null || broken)
        {
            return;
        }

        try
        {
            Save(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            broken = true; // once is enough: the release goes on without
            warn(ReleaseFailures.LedgerNotWritten(path, exception.Message));
        }
    }

    /// <summary>The other releases of a run write into the same file.</summary>
    private void Save(string file) => ReleaseJournalFile.Write(file, document.Beside(ReleaseJournalFile.Read(file).Document));
}
