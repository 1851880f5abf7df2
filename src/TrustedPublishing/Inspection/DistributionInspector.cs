using Microsoft.Win32.SafeHandles;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Inspection;

/// <summary>Turns files into distributions, or reports all findings about all files at once, before anything is sent.</summary>
internal static class DistributionInspector
{
    /// <summary>
    /// Inspects several files in parallel. Each file is read once for its digest, while the parts of its archive that contain headers are read in
    /// parallel.
    /// </summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableDistributions"/>, with all findings.</exception>
    public static async Task<InspectionResult> InspectAsync(
        IReadOnlyList<string> paths, PublishOptions options, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var inspected = new InspectedFile[paths.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, TaskScheduler = InTurn(), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, paths.Count, parallel, async (i, stop) => inspected[i] = await FileAsync(paths[i], options, stop));

        var distributions = inspected.Select(file => file.Distribution).OfType<Distribution>().ToArray();
        var ofSet = options.Preflight == PreflightLevel.Off ? [] : UploadRules.OfSet(distributions);
        Finding[] findings = [.. inspected.SelectMany(file => file.Findings).Concat(ofSet).Select(finding => Index.IndexPolicy.On(options.Index, finding))];
        var stops = inspected.Any(file => file.Distribution is null)
            || (options.Preflight == PreflightLevel.Error && findings.Any(finding => finding.Severity == FindingSeverity.Error));
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

    private static async Task<InspectedFile> FileAsync(string path, PublishOptions options, CancellationToken cancellationToken)
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
            var (digests, archive) = await ReadAsync(file, content, name, options, cancellationToken);
            return options.Digests.TryGetValue(path, out var before) && before != digests.Sha256
                ? InspectedFile.Unusable(DistributionFailures.Replaced(fileName, before, digests.Sha256))
                : archive.With(path, name, digests, options);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return InspectedFile.Unusable(DistributionFailures.Unreadable(fileName, unreadable.Message));
        }
    }

    /// <summary>Hashing and reading the archive run in parallel; both finish before the file is closed, whatever happens.</summary>
    private static async Task<(FileDigests Digests, JudgedArchive Archive)> ReadAsync(
        SafeFileHandle file, FileView content, DistributionFileName name, PublishOptions options, CancellationToken cancellationToken)
    {
        var digesting = FileDigests.ComputeAsync(file, options.Index.Profile.WantsAllDigests, cancellationToken);
        var judging = Task.Run(() => Archive(name, content, options), CancellationToken.None);
        await Task.WhenAll(digesting, judging);
        return (await digesting, await judging);
    }

    private static JudgedArchive Archive(DistributionFileName name, Stream content, PublishOptions options)
    {
        var now = options.Time.GetUtcNow();
        try
        {
            var metadata = ArchivedMetadata.Read(name, content);
            return new(metadata, options.Preflight == PreflightLevel.Off ? [] :
                [.. UploadRules.OfArchive(UploadForm.FromMetadata(name, metadata, sha256: null), name.Text, content, now), .. BinaryRules.Check(name, content)]);
        }
        catch (FormatException unreadable)
        {
            return new(null, [Preflight.FirstError(name, content, now) ?? DistributionFailures.Unreadable(name.Text, unreadable.Message)]);
        }
    }
}
