using Nuke.Common.IO;
using Serilog;
using TrustedPublishing.Nuke.Publishing;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>What the target <c>Doctor</c> does: gather, judge, tell.</summary>
internal static class DoctorRun
{
    public static async Task ExecuteAsync(IDoctor build)
    {
        var checks = DoctorChecks.Of(await DoctorGathering.GatherAsync(build, build.ConfigurePublish(PublishParameters.Of(build))));
        foreach (var (verdict, line) in DoctorTable.Lines(checks))
        {
            Tell(verdict, line);
        }

        build.DoctorReport?.WriteAllText(DoctorJson.Text(checks));
        var errors = checks.Count(check => check.Verdict is DoctorVerdict.Error);
        if (errors > 0)
        {
            build.ExitCode = 1; // NUKE's own for a target that failed is -1
            throw new Failure($"{errors} of {checks.Count} checks found an error that stops a release, see above.");
        }
    }

    private static void Tell(DoctorVerdict verdict, string line)
    {
        switch (verdict)
        {
            case DoctorVerdict.Error:
                Log.Error("{Line:l}", line);
                break;
            case DoctorVerdict.Warning:
                Log.Warning("{Line:l}", line);
                break;
            default:
                Log.Information("{Line:l}", line);
                break;
        }
    }
}
