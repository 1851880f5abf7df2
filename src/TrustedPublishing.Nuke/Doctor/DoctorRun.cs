using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>What the target <c>Doctor</c> does: gather, judge, tell.</summary>
internal static class DoctorRun
{
    public static Task ExecuteAsync(IBuildHost host, DoctorRequest request) => TargetRun.ExecuteAsync(() => LookAsync(host, request));

    private static async Task LookAsync(IBuildHost host, DoctorRequest request)
    {
        var checks = await TellAsync(request);
        request.Report?.Write(path => File.WriteAllText(path, DoctorJson.Text(checks)));
        var errors = checks.Count(check => check.Verdict is DoctorVerdict.Error);
        if (errors > 0)
        {
            host.ExitWith(1); // a build that failed otherwise ends with another one
            throw new Failure($"{errors} of {checks.Count} checks found an error that stops a release, see above.");
        }
    }

    /// <summary>Gathers, judges and tells; what it came to is the caller's to act on.</summary>
    public static async Task<IReadOnlyList<DoctorCheck>> TellAsync(DoctorRequest request)
    {
        var checks = DoctorChecks.Run(await DoctorGathering.GatherAsync(request));
        foreach (var (verdict, line) in DoctorTable.Lines(checks))
        {
            Tell(verdict, line);
        }

        return checks;
    }

    private static void Tell(DoctorVerdict verdict, string line)
    {
        switch (verdict)
        {
            case DoctorVerdict.Error:
                BuildLog.Error(line);
                break;
            case DoctorVerdict.Warning:
                BuildLog.Warning(line);
                break;
            default:
                BuildLog.Information(line);
                break;
        }
    }
}
