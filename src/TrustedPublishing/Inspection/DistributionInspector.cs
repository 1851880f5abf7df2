using Microsoft.Win32.SafeHandles;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Inspection;

/// <summary>Files to distributions, or to every complaint about every file at once, before anything is sent.</summary>
internal static class DistributionInspector
{
    /// <summary>Inspects files, several at the same time; each is read once for its digest, and meanwhile where its archive has headers.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableDistributions"/>, with all complaints.</exception>
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
                progress?.Report(new PublishProgress.Warned(warning)); // the failure's message has the errors
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
    /// Lets whatever else the process does have its turn after each piece of a file: left to itself, the thread pool prefers what its threads
    /// started last, and requests sent meanwhile would wait for the last file.
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

    /// <summary>The digest keeps one core busy, the archive another; both end before the file is closed, whatever happens.</summary>
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
