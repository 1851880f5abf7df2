using Nuke.Common;

namespace Builds;

internal sealed class FailingBuild : NukeBuild
{
    public static int Run() => Execute<FailingBuild>(x => x.Works);

    Target Works => _ => _.Executes(() => ReportSummary(_ => new() { ["Packages"] = "3", ["Size"] = "42" }));

    Target Fails => _ => _.Executes(() =>
    {
        throw new InvalidOperationException("first line\nsecond line");
    });

    Target AfterFailure => _ => _.DependsOn(Fails).Executes(Say.Ran("AfterFailure"));

    Target FailsWithSummary => _ => _.Executes(() =>
    {
        ReportSummary(_ => new() { ["Done"] = "half" });
        throw new InvalidOperationException("the rest failed");
    });

    Target ReportsTwice => _ => _.Executes(() =>
    {
        ReportSummary(_ => new() { ["Early"] = "1" });
        ReportSummary(_ => new() { ["Final"] = "2" });
    });

    Target Seven => _ => _.Executes(() => ExitCode = 7);

    Target SevenAndFails => _ => _.Executes(() =>
    {
        ExitCode = 7;
        throw new InvalidOperationException("seven");
    });

    Target NeverReached => _ => _.Executes(Say.Ran("NeverReached"));

    Target Wait => _ => _.Before(NeverReached).Executes(() =>
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
            ReportSummary(_ => new() { ["Late"] = "1" });
        }
        catch (InvalidOperationException exception)
        {
            Say.Value("summary", exception.Message);
        }

        AbortedTargets.Single().SummaryInformation["Later"] = "2";
    });

    protected override void OnBuildFinished() => Console.WriteLine("finished");
}
