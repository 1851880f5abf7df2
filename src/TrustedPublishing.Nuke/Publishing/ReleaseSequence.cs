using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>
/// The releases of a run: every project is published to the first index and verified there, then the same files to the next index, and so on. The
/// first failure ends the run, and the remaining releases are not attempted.
/// </summary>
/// <remarks>
/// <code>
///  indexes ─▶ a release for each index and project ─▶ all inspected ─▶ for each index: all projects authorised ─▶ published, one after the other
/// </code>
/// Nothing is sent to an index before every project has its API token for it, and no index is contacted before its turn.
/// </remarks>
internal sealed class ReleaseSequence
{
    private readonly IProgress<PublishProgress> progress;
    private readonly CancellationToken stop;
    private readonly Step[][] destinations;

    private ReleaseSequence(IReadOnlyList<PublishOptions> destinations, IProgress<PublishProgress> progress, CancellationToken stop)
    {
        (this.progress, this.stop) = (progress, stop);
        this.destinations = [.. destinations.Select(options => ProjectsOf(options).Select(project => new Step(project)).ToArray())];
    }

    /// <summary>Publishes. Failures are in the results.</summary>
    public static async Task<IReadOnlyList<ReleaseResult>> RunAsync(IReadOnlyList<PublishOptions> destinations, IProgress<PublishProgress> progress, CancellationToken stop)
    {
        var sequence = new ReleaseSequence(destinations, progress, stop);
        Step[] all = [.. sequence.destinations.SelectMany(steps => steps)];
        await (all is [var only] ? only.PublishAsync(() => new Publisher(only.Options).PublishAsync(progress, stop)) : sequence.RunAsync(all));
        return [.. all.Select(step => step.Result)];
    }

    /// <summary>
    /// The release of each project, with its files by name; the unchanged release if there is only one project, or if the projects are unknown.
    /// </summary>
    private static PublishOptions[] ProjectsOf(PublishOptions options)
    {
        try
        {
            var projects = new Publisher(options).FindDistributions().GroupBy(ProjectOf).ToArray();
            return projects.Length < 2 || projects.Any(project => project.Key is null) ? [options] : [.. projects.Select(project => options with { Distributions = [.. project] })];
        }
        catch (PublishException)
        {
            return [options]; // reported during publishing
        }
    }

    private static string? ProjectOf(string path) => DistributionFileName.TryParse(Path.GetFileName(path), out var name, out _) ? name.Project : null;

    private async Task RunAsync(Step[] all)
    {
        if (!await InspectAsync(all))
        {
            return;
        }

        foreach (var steps in destinations)
        {
            if (!await PublishAsync(steps))
            {
                return;
            }
        }
    }

    /// <summary>Checks every file by the rules of every index that will receive it. From here on, only these bytes are sent.</summary>
    private async Task<bool> InspectAsync(Step[] all)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        var passed = true;
        foreach (var step in all)
        {
            passed &= await step.TryAsync(async () =>
            {
                step.Options = step.Options with { Distributions = new Publisher(step.Options).FindDistributions(), Digests = digests };
                return await new Publisher(step.Options).InspectAsync(stop);
            });
            foreach (var file in step.Options.Distributions.Join(step.Result.Report?.Files ?? [], path => Path.GetFileName(path), file => file.FileName, (path, file) => (path, file.Sha256)))
            {
                digests.TryAdd(file.path, file.Sha256);
            }
        }

        return passed;
    }

    private async Task<bool> PublishAsync(Step[] steps)
    {
        var prepared = new List<PreparedRelease>();
        try
        {
            foreach (var step in steps)
            {
                BuildLog.Information($"Preparing {step.Result.Name} for {step.Options.Index.Name}");
                if (!await step.TryAsync(async () => await PrepareAsync(step, prepared)))
                {
                    return false;
                }
            }

            foreach (var (step, release) in steps.Zip(prepared))
            {
                BuildLog.Information($"Publishing {step.Result.Name} to {step.Options.Index.Name}");
                if (!await step.PublishAsync(() => release.PublishAsync(stop)))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            foreach (var release in prepared)
            {
                await release.DisposeAsync();
            }
        }
    }

    private async Task<PublishReport> PrepareAsync(Step step, List<PreparedRelease> prepared)
    {
        prepared.Add(await new Publisher(step.Options).PrepareAsync(progress, prepared, stop));
        return prepared[^1].Report();
    }

    /// <summary>One release and its current state.</summary>
    private sealed class Step(PublishOptions options)
    {
        public PublishOptions Options { get; set; } = options;

        public ReleaseResult Result { get; private set; } = new(options.Index, null, null, IsAttempted: false);

        /// <summary>Runs the part before the first byte is sent; returns false if it failed.</summary>
        public async Task<bool> TryAsync(Func<Task<PublishReport>> part)
        {
            try
            {
                Result = Result with { Report = await part() };
                return true;
            }
            catch (PublishException failure)
            {
                Result = Result with { IsAttempted = true, Failure = failure, Report = failure.Report ?? Result.Report };
                return false;
            }
        }

        /// <summary>Runs the rest; returns false if it failed.</summary>
        public Task<bool> PublishAsync(Func<Task<PublishReport>> rest)
        {
            Result = Result with { IsAttempted = true };
            return TryAsync(rest);
        }
    }
}
