using System.Runtime.InteropServices;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>
/// The implementation of the targets <c>Publish</c> and <c>Rehearse</c>: publishes, and reports the results everywhere users look for them.
/// </summary>
internal static class PublishRun
{
    private const string Ending = "uploads in progress are completed and no new ones are started. Then a report shows the state of each file.";

    /// <summary>The same for a target: NUKE waits for a task only if it has no result.</summary>
    public static Task ExecuteAsync(IBuildHost host, IReadOnlyList<PublishOptions> releases, OutputFile? file, OutputFile? attestations) =>
        TargetRun.ExecuteAsync(ManualSection.InvalidParameters, () => ReleaseAsync(host, releases, file, attestations));

    /// <param name="host">The build that publishes.</param>
    /// <param name="releases">The releases: to one index, or to several indexes one after the other.</param>
    /// <param name="file">The JSON report file; null for none.</param>
    /// <param name="attestations">A file in the folder for attestations; null for none.</param>
    /// <returns>The releases that were published.</returns>
    /// <exception cref="Failure">A release failed; all results have been reported.</exception>
    public static async Task<IReadOnlyList<ReleaseResult>> ReleaseAsync(IBuildHost host, IReadOnlyList<PublishOptions> releases, OutputFile? file, OutputFile? attestations)
    {
        try
        {
            var results = await PublishWithProgressAsync(host, releases);
            Report(host, file, results);
            attestations?.Write(path => AttestationFiles.Write(Path.GetDirectoryName(path)!, results.Select(result => result.Report ?? result.Failure?.Report)));
            return results.All(result => result.Succeeded) ? results : throw Failed(results);
        }
        catch (ArgumentException exception)
        {
            throw new Failure(OptionText.Describe(exception), exception);
        }
    }

    /// <summary>
    /// Reports a failure in full, ending with the address of its section in the manual; the target then ends with the failure's name.
    /// </summary>
    public static Failure Failed(PublishException failure)
    {
        Log(failure);
        return new($"{failure.Failure}: not everything was published, see above.", failure);
    }

    private static void Log(PublishException failure) => BuildLog.ErrorLines($"{failure.Message}\n{failure.Failure} in the manual: {failure.HelpLink}");

    private static Failure Failed(IReadOnlyList<ReleaseResult> results)
    {
        var failures = results.Select(result => result.Failure).OfType<PublishException>().ToArray();
        if (results is [_])
        {
            return Failed(failures[0]);
        }

        Array.ForEach(failures, Log);
        return new($"{failures[0].Failure}: not everything was published, see above. {string.Join("; ", results.Select(RunTexts.Line))}.", failures[0]);
    }

    private static async Task<IReadOnlyList<ReleaseResult>> PublishWithProgressAsync(IBuildHost host, IReadOnlyList<PublishOptions> releases)
    {
        foreach (var options in releases)
        {
            BuildLog.Secrets.AddKnown(options.Environment, options.ApiToken, options.Password);
        }

        var progress = ReleaseProgress.Create(releases[0], host.IsLocal);
        using var shown = progress as IDisposable; // disposed before anything else is reported
        using var interruption = new Interruption(signal => progress.Write(Interrupted(signal)));
        return await ReleaseSequence.RunAsync(releases, progress, interruption.Token);
    }

    private static string Interrupted(PosixSignal signal) => signal is PosixSignal.SIGINT
        ? $"Interrupted, but still running despite NUKE's message above: {Ending} Press Ctrl+C again to stop immediately."
        : $"Interrupted, but still running: {Ending} A second signal stops the build immediately.";

    private static void Report(IBuildHost host, OutputFile? file, IReadOnlyList<ReleaseResult> results)
    {
        foreach (var line in RunTexts.Lines(results))
        {
            BuildLog.Information(line);
        }

        host.JobSummary?.Write(path => File.AppendAllText(path, StepSummary.Markdown(results)));
        file?.Write(path => File.WriteAllText(path, JsonReport.Text(results)));
        host.Summarise(RunTexts.Summary(results));
    }
}
