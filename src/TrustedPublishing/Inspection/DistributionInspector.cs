using Microsoft.Win32.SafeHandles;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Inspection;

/// <summary>Turns files into distributions, or reports all findings about all files at once, before anything is sent.</summary>
/// <param name="index">The index: it determines which findings are errors and which digests are needed.</param>
/// <param name="level">How violations of the index's rules are treated.</param>
/// <param name="time">The clock. Rules based on dated lists only warn once the lists are old.</param>
internal sealed class DistributionInspector(PackageIndex index, PreflightLevel level, TimeProvider time)
{
    /// <summary>The required SHA-256 of files, by path. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Digests { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Inspects several files in parallel. Each file is read once for its digest, while the parts of its archive that contain headers are read in
    /// parallel.
    /// </summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableDistributions"/>, with all findings.</exception>
    public async Task<InspectionResult> InspectAsync(IReadOnlyList<string> paths, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var inspected = new InspectedFile[paths.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, TaskScheduler = InTurn(), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, paths.Count, parallel, async (i, stop) => inspected[i] = await FileAsync(paths[i], stop));

        var distributions = inspected.Select(file => file.Distribution).OfType<Distribution>().ToArray();
        var ofSet = level == PreflightLevel.Off ? [] : UploadRules.OfSet(distributions);
        Finding[] findings = [.. inspected.SelectMany(file => file.Findings).Concat(ofSet).Select(finding => Index.IndexPolicy.On(index, finding))];
        var stops = inspected.Any(file => file.Distribution is null)
            || (level == PreflightLevel.Error && findings.Any(finding => finding.Severity == FindingSeverity.Error));
        if (stops)
        {
            foreach (var warning in findings.Where(finding => finding.Severity == FindingSeverity.Warning))
            {
                progress?.Report(new PublishProgress.Warned(warning)); // errors are part of the failure message
            }

            throw DistributionFailures.UnusableDistributions(findings);
        }

        foreach (var distribution in distributions)
        {
            progress?.Report(new PublishProgress.FileInspected(distribution));
        }

        foreach (var finding in findings)
        {
            progress?.Report(new PublishProgress.Warned(finding));
        }

        return new(distributions, findings);
    }

    /// <summary>
    /// Yields to the rest of the process after each piece of a file. Otherwise the thread pool prefers the most recently queued work, and requests
    /// sent in the meantime would wait for the last file.
    /// </summary>
    private static TaskScheduler InTurn() =>
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Environment.ProcessorCount, maxItemsPerTask: 1).ConcurrentScheduler;

    private async Task<InspectedFile> FileAsync(string path, CancellationToken cancellationToken)
    {
        var fileName = Path.GetFileName(path);
        if (!DistributionFileName.TryParse(fileName, out var name, out var complaint))
        {
            return InspectedFile.Unusable(new(FindingSeverity.Error, fileName, complaint, "Let the build backend name the file; do not rename it."));
        }

        try
        {
            RegularFile.ThrowIfOther(path);
            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
            using var content = new FileView(file);
            var (digests, archive) = await ReadAsync(file, content, name, cancellationToken);
            return Digests.TryGetValue(path, out var before) && before != digests.Sha256
                ? InspectedFile.Unusable(DistributionFailures.Replaced(fileName, before, digests.Sha256))
                : Judged(path, name, digests, archive);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return InspectedFile.Unusable(DistributionFailures.Unreadable(fileName, unreadable.Message));
        }
    }

    /// <summary>Hashing and reading the archive run in parallel; both finish before the file is closed, whatever happens.</summary>
    private async Task<(FileDigests Digests, JudgedArchive Archive)> ReadAsync(
        SafeFileHandle file, FileView content, DistributionFileName name, CancellationToken cancellationToken)
    {
        var digesting = FileDigests.ComputeAsync(file, index.Profile.WantsAllDigests, cancellationToken);
        var judging = Task.Run(() => Archive(name, content), CancellationToken.None);
        await Task.WhenAll(digesting, judging);
        return (await digesting, await judging);
    }

    private JudgedArchive Archive(DistributionFileName name, Stream content)
    {
        var now = time.GetUtcNow();
        try
        {
            var metadata = ArchivedMetadata.Read(name, content);
            return new(metadata, level == PreflightLevel.Off ? [] :
                [.. UploadRules.OfArchive(UploadForm.FromMetadata(name, metadata, sha256: null), name.Text, content, now), .. BinaryRules.Check(name, content)]);
        }
        catch (FormatException unreadable)
        {
            return new(null, [Preflight.FirstError(name, content, now) ?? DistributionFailures.Unreadable(name.Text, unreadable.Message)]);
        }
    }

    /// <summary>Adds digest and size, and the findings of the rules that precede those for archives.</summary>
    private InspectedFile Judged(string path, DistributionFileName name, FileDigests digests, JudgedArchive archive)
    {
        if (archive.Metadata is not { } metadata)
        {
            return new(null, archive.Findings);
        }

        var distribution = new Distribution
        {
            Path = path, FileName = name, Size = digests.Size, Sha256 = digests.Sha256, Md5 = digests.Md5, Blake2 = digests.Blake2, Metadata = metadata,
        };
        return new(distribution, level == PreflightLevel.Off ? [] : [.. Preflight.Check(distribution, time.GetUtcNow()), .. archive.Findings]);
    }

    /// <summary>The result of inspecting an archive without its digest.</summary>
    /// <param name="Metadata">Null if the archive cannot be read.</param>
    /// <param name="Findings">Violations of the index's rules for archives; if the archive cannot be read, the reason.</param>
    private sealed record JudgedArchive(CoreMetadata? Metadata, IReadOnlyList<Finding> Findings);
}
