using Nuke.Common;
using Nuke.Common.Utilities.Collections;

namespace Builds;

internal sealed class FailingBuild : NukeBuild
{
    public static int Run() => Execute<FailingBuild>(x => x.Works);

    Target Works => _ => _.Executes(() => ReportSummary(_ => _.AddPair("Packages", "3").AddPair("Size", 42)));

    Target Fails => _ => _.Executes(() =>
    {
        throw new InvalidOperationException("first line\nsecond line");
    });

    Target AfterFailure => _ => _.DependsOn(Fails).Executes(Say.Ran("AfterFailure"));

    Target FailsButProceeds => _ => _.ProceedAfterFailure().Executes(() => throw new InvalidOperationException("no matter"));

    Target AfterProceeding => _ => _.DependsOn(FailsButProceeds).Executes(Say.Ran("AfterProceeding"));

    Target CleansUp => _ => _.AssuredAfterFailure().DependsOn(AfterFailure).Executes(Say.Ran("CleansUp"));

    Target FailsWithSummary => _ => _.Executes(() =>
    {
        ReportSummary(_ => _.AddPair("Done", "half"));
        throw new InvalidOperationException("the rest failed");
    });

    Target ReportsTwice => _ => _.Executes(() =>
    {
        ReportSummary(_ => _.AddPair("Early", "1"));
        ReportSummary(_ => _.AddPair("Final", "2"));
    });

    Target Seven => _ => _.Executes(() => ExitCode = 7);

    Target SevenAndFails => _ => _.Executes(() =>
    {
        ExitCode = 7;
        throw new InvalidOperationException("seven");
    });

    Target Wait => _ => _.Executes(() =>
    {
        Console.WriteLine("waiting");
        new ManualResetEventSlim().Wait();
    });

    Target GoesOn => _ => _.Executes(() =>
    {
        using var interrupted = new ManualResetEventSlim();
        Console.CancelKeyPress += (_, arguments) =>
        {
            arguments.Cancel = true;
            interrupted.Set();
        };
        Console.WriteLine("waiting");
        interrupted.Wait();
        Say.Value("running", RunningTargets.Select(x => x.Name));
        Say.Value("aborted", AbortedTargets.Select(x => x.Name));
        try
        {
            ReportSummary(_ => _.AddPair("Late", "1"));
        }
        catch (InvalidOperationException exception)
        {
            Say.Value("summary", exception.Message);
        }

        AbortedTargets.Single().SummaryInformation["Later"] = "2";
    });

    Target AfterWaiting => _ => _.After(Wait).AssuredAfterFailure().Executes(Say.Ran("AfterWaiting"));

    Target NeverReached => _ => _.After(Wait, AfterWaiting).Executes(Say.Ran("NeverReached"));

    Target SaysStatus => _ => _.After(FailsButProceeds).Executes(() =>
    {
        Say.Value("failed", FailedTargets.Select(x => x.Name));
        Say.Value("running", RunningTargets.Select(x => x.Name));
        Say.Value("contains", FailedTargets.Contains(FailsButProceeds));
        Say.Value("failing", IsFailing);
        Say.Value("finished", IsFinished);
    });
}
