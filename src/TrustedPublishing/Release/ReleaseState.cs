using TrustedPublishing.Distributions;

namespace TrustedPublishing.Release;

/// <summary>The state of a release: all files and their progress. Thread-safe.</summary>
internal sealed class ReleaseState
{
    private readonly Lock gate = new();
    private readonly PackageIndex index;
    private readonly TimeProvider time;
    private readonly ProgressRecord progress;
    private readonly ReleaseJournal journal;
    private readonly Dictionary<string, FileReport> reports = [];
    private readonly PlannedFile[] files;

    public ReleaseState(
        PackageIndex index, TimeProvider time, ReleaseJournal journal, IReadOnlyList<Distribution> distributions, IReadOnlyDictionary<string, FileFingerprint> stamps, ProgressRecord progress)
    {
        (this.index, this.time, this.journal, this.progress) = (index, time, journal, progress);
        files = [.. distributions.Select(distribution => new PlannedFile(distribution, stamps[distribution.Path]))];
        foreach (var distribution in distributions)
        {
            reports[distribution.Path] = new()
            {
                FileName = distribution.FileName.Text,
                Size = distribution.Size,
                Sha256 = distribution.Sha256,
                Outcome = UploadOutcome.NotAttempted,
                Url = index.ReleasePage(distribution.FileName.Project, distribution.FileName.Version.ToString()),
            };
        }
    }

    /// <summary>Writes the journal before anything is sent.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableSettings"/>: it cannot be written.</exception>
    public void Open() => journal.Begin(index);

    public IReadOnlyList<PlannedFile> Files
    {
        get
        {
            lock (gate)
            {
                return [.. files];
            }
        }
    }

    /// <summary>Files that still have to be sent.</summary>
    public IReadOnlyList<PlannedFile> Pending => [.. Files.Where(file => ReportFor(file).Outcome == UploadOutcome.NotAttempted)];

    public FileReport ReportFor(PlannedFile file)
    {
        lock (gate)
        {
            return reports[file.Distribution.Path];
        }
    }

    /// <summary>Sets the attestations of the files, by path.</summary>
    public void Attest(IReadOnlyDictionary<string, IReadOnlyList<Attestation>> attestations)
    {
        lock (gate)
        {
            for (var i = 0; i < files.Length; i++)
            {
                files[i] = attestations.TryGetValue(files[i].Distribution.Path, out var own) ? files[i] with { Attestations = own } : files[i];
            }
        }
    }

    /// <summary>A file is about to be sent, possibly again.</summary>
    public void Begin(PlannedFile file)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            journal.Record(file.Distribution, entry => entry with
            {
                State = JournalState.Uploading, Attempts = entry.Attempts + 1, Text = null, Started = entry.Started ?? now, Finished = null,
            });
        }
    }

    /// <summary>A file is done.</summary>
    public void Finish(PlannedFile file, Func<FileReport, FileReport> change)
    {
        FileReport report;
        lock (gate)
        {
            report = reports[file.Distribution.Path] = progress.Secrets.Redact(change(reports[file.Distribution.Path]));
            journal.Record(file.Distribution, entry => entry with
            {
                State = StateOf(report.Outcome), Text = report.Message, Finished = time.GetUtcNow(),
            });
        }

        progress.Report(new PublishProgress.UploadFinished(report));
    }

    private static JournalState StateOf(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Uploaded => JournalState.Uploaded,
        UploadOutcome.AlreadyPresent => JournalState.AlreadyPresent,
        UploadOutcome.Failed => JournalState.Failed,
        UploadOutcome.Unknown => JournalState.Unknown,
        _ => JournalState.Planned,
    };

    /// <summary>The index lists a file with the content that was sent.</summary>
    public void Verify(PlannedFile file, Uri url) => Note(file, report => report with { Url = url, Verified = true });

    /// <summary>The index does not list a file that it accepted.</summary>
    public void Doubt(PlannedFile file) => Finish(file, report => report with { Outcome = UploadOutcome.Unknown, Verified = false });

    /// <summary>The index has different content under the name of a file.</summary>
    public void Conflict(PlannedFile file) => Note(file, report => report with { IsNameTaken = true });

    private void Note(PlannedFile file, Func<FileReport, FileReport> change)
    {
        lock (gate)
        {
            reports[file.Distribution.Path] = progress.Secrets.Redact(change(reports[file.Distribution.Path]));
        }
    }

    private FileReport Told(PlannedFile file) =>
        reports[file.Distribution.Path] is { Outcome: UploadOutcome.Uploaded } report ? report with { Attestations = file.Attestations } : reports[file.Distribution.Path];

    public PublishReport Report()
    {
        lock (gate)
        {
            var first = files[0].Distribution;
            return new()
            {
                Index = index,
                Project = first.Metadata.Name is { Length: > 0 } name ? name : first.FileName.Project,
                Version = first.FileName.Version.ToString(),
                Files = [.. files.Select(Told)],
                Warnings = progress.Warnings,
            };
        }
    }
}
