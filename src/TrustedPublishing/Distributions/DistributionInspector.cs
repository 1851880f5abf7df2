using Microsoft.Win32.SafeHandles;

namespace TrustedPublishing.Distributions;

/// <summary>Files to distributions, or to every complaint about every file at once, before anything is sent.</summary>
internal static class DistributionInspector
{
    /// <summary>Inspects files, several at the same time; each is read once for its digest, and then only where its archive has headers.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.UnusableDistributions"/>, with all complaints.</exception>
    public static async Task<Inspection> InspectAsync(
        IReadOnlyList<string> paths, PublishOptions options, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var inspected = new InspectedFile[paths.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, TaskScheduler = InTurn(), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, paths.Count, parallel, async (i, stop) => inspected[i] = await FileAsync(paths[i], options, stop));

        var distributions = inspected.Select(file => file.Distribution).OfType<Distribution>().ToArray();
        var ofSet = options.Preflight == PreflightLevel.Off ? [] : UploadRules.OfSet(distributions);
        Finding[] findings = [.. inspected.SelectMany(file => file.Findings), .. ofSet];
        var stops = inspected.Any(file => file.Distribution is null)
            || (options.Preflight == PreflightLevel.Error && findings.Any(finding => finding.Severity == FindingSeverity.Error));
        if (stops)
        {
            throw Failures.UnusableDistributions(findings);
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
            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
            var (sha256, size) = await FileDigest.ComputeAsync(file, cancellationToken);
            return Archive(path, file, name, sha256, size, options);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return InspectedFile.Unusable(Failures.Unreadable(fileName, unreadable.Message));
        }
    }

    private static InspectedFile Archive(string path, SafeFileHandle file, DistributionFileName name, string sha256, long size, PublishOptions options)
    {
        using var content = new FileView(file);
        try
        {
            var distribution = new Distribution
            {
                Path = path,
                FileName = name,
                Size = size,
                Sha256 = sha256,
                Metadata = ArchivedMetadata.Read(name, content),
            };
            return new(distribution, options.Preflight == PreflightLevel.Off ? [] : Preflight.Check(distribution, content, options));
        }
        catch (FormatException unreadable)
        {
            return InspectedFile.Unusable(Preflight.FirstError(name, content, options.Time.GetUtcNow()) ?? Failures.Unreadable(name.Text, unreadable.Message));
        }
    }
}
