using TrustedPublishing.Distributions;

namespace TrustedPublishing.Release;

/// <summary>
/// The journal of a release: what was tried with each file, when, and by which run; it is saved after every change. It serves people and the
/// warnings of the next run; the content of the index decides what is uploaded.
/// </summary>
internal sealed class ReleaseJournal
{
    private readonly string? path;
    private readonly ProgressRecord progress;
    private JournalDocument document;
    private bool broken;

    private ReleaseJournal(string? path, JournalDocument document, ProgressRecord progress) => (this.path, this.document, this.progress) = (path, document, progress);

    /// <summary>
    /// Opens the journal, takes over the entries of an earlier run of the same release, and warns about entries that cannot be used.
    /// </summary>
    /// <param name="path">The absolute path of the file; null if no journal is kept.</param>
    /// <param name="index">The index of the release.</param>
    /// <param name="environment">The environment variables, which name the commit and the run.</param>
    /// <param name="distributions">The files of the release.</param>
    /// <param name="progress">Receives warnings.</param>
    public static ReleaseJournal Open(string? path, PackageIndex index, IReadOnlyDictionary<string, string> environment, IReadOnlyList<Distribution> distributions, ProgressRecord progress)
    {
        var (earlier, complaint) = path is null ? default : ReleaseJournalFile.Read(path);
        if (complaint is not null)
        {
            progress.Warn(JournalFailures.Ignored(path!, complaint));
        }

        return new(path, JournalDocument.Begin(index, environment, distributions, earlier), progress);
    }

    /// <summary>Writes the journal for the first time. Later write failures do not stop the release.</summary>
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
            throw JournalFailures.Unwritable(index, path!, exception);
        }
    }

    /// <summary>Records a change and saves it. The caller must hold the release's lock.</summary>
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
            broken = true; // warn once: the release continues without a journal
            progress.Warn(JournalFailures.NotWritten(path, exception.Message));
        }
    }

    /// <summary>Other releases of the same run write to the same file.</summary>
    private void Save(string file) => ReleaseJournalFile.Write(file, Shown(document.Beside(ReleaseJournalFile.Read(file).Document)));

    /// <summary>Removes secrets: texts of an earlier run may contain a value that only this run knows to be secret.</summary>
    private JournalDocument Shown(JournalDocument whole) => whole with
    {
        Commit = whole.Commit is { } commit ? progress.Secrets.Redact(commit) : null,
        Run = whole.Run is { } run ? progress.Secrets.Redact(run) : null,
        Files = [.. whole.Files.Select(entry => entry with { Text = entry.Text is { } text ? progress.Secrets.Redact(text) : null })],
        Others = whole.Others?.Select(Shown).ToArray(),
    };
}
