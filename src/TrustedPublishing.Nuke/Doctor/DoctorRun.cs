using Serilog;
using TrustedPublishing.Nuke.Publishing;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>What the target <c>Doctor</c> does: gather, judge, tell.</summary>
internal static class DoctorRun
{
    public static async Task ExecuteAsync(IDoctor build)
    {
        var checks = await TellAsync(build, build.ConfigurePublish(PublishParameters.Of(build)));
        Report(build)?.Write(file => File.WriteAllText(file, DoctorJson.Text(checks)));
        var errors = checks.Count(check => check.Verdict is DoctorVerdict.Error);
        if (errors > 0)
        {
            build.ExitCode = 1; // NUKE's own for a target that failed is -1
            throw new Failure($"{errors} of {checks.Count} checks found an error that stops a release, see above.");
        }
    }

    /// <summary>Gathers, judges and tells; what it came to is the caller's to act on.</summary>
    public static async Task<IReadOnlyList<DoctorCheck>> TellAsync(IDoctor build, PublishOptions options)
    {
        var checks = DoctorChecks.Of(await DoctorGathering.GatherAsync(build, options));
        foreach (var (verdict, line) in DoctorTable.Lines(checks))
        {
            Tell(verdict, line);
        }

        return checks;
    }

    /// <summary>The file for programs, if one is wanted.</summary>
    public static OutputFile? Report(IDoctor build) => build.DoctorReport is { } file ? new("--doctor-report", file) : null;

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
