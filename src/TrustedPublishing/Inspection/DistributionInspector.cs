using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>Turns files into distributions, or reports all findings about all files at once, before anything is sent.</summary>
/// <param name="index">The index: it determines which findings are errors and which digests are needed.</param>
/// <param name="level">How violations of the index's rules are treated.</param>
/// <param name="time">The clock. Rules based on dated lists only warn once the lists are old.</param>
/// <param name="digests">The required SHA-256 of files, by path.</param>
internal sealed class DistributionInspector(PackageIndex index, PreflightLevel level, TimeProvider time, IReadOnlyDictionary<string, string> digests)
{
    private readonly FileInspector files = new(index, level, time, digests);

    /// <summary>
    /// Inspects several files in parallel. Each file is read once for its digest, while the parts of its archive that contain headers are read in
    /// parallel.
    /// </summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableDistributions"/>, with all findings.</exception>
    public async Task<InspectionResult> InspectAsync(IReadOnlyList<string> paths, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var inspected = new InspectedFile[paths.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, TaskScheduler = InTurn(), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, paths.Count, parallel, async (i, stop) => inspected[i] = await files.InspectAsync(paths[i], stop));

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
}
