using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The implementation of the target <c>Doctor</c>: collect, check, report.</summary>
internal static class DoctorRun
{
    /// <param name="host">The build.</param>
    /// <param name="requests">One request for each index of a release.</param>
    public static Task ExecuteAsync(IBuildHost host, IReadOnlyList<DoctorRequest> requests) => TargetRun.ExecuteAsync(ManualSection.ReleaseNotReady, () => CheckAsync(host, requests));

    private static async Task CheckAsync(IBuildHost host, IReadOnlyList<DoctorRequest> requests)
    {
        var checks = await ReportAsync(requests);
        requests[0].Report?.Write(path => File.WriteAllText(path, DoctorJson.Text(checks)));
        var errors = checks.Count(check => check.Verdict is DoctorVerdict.Error);
        if (errors > 0)
        {
            host.ExitWith(1); // a build that failed for another reason ends with a different exit code
            throw new Failure($"{errors} of {checks.Count} checks found an error that stops a release, see above.");
        }
    }

    /// <summary>Collects, checks and reports; the caller acts on the result.</summary>
    public static async Task<IReadOnlyList<DoctorCheck>> ReportAsync(IReadOnlyList<DoctorRequest> requests)
    {
        var looks = new List<(PackageIndex, IReadOnlyList<DoctorCheck>)>();
        foreach (var request in requests)
        {
            looks.Add((request.Options.Index, DoctorChecks.Run(await DoctorGathering.GatherAsync(request))));
        }

        var checks = Merge(looks);
        foreach (var (verdict, line) in DoctorTable.Lines(checks))
        {
            Log(verdict, line);
        }

        return checks;
    }

    /// <summary>The results that all indexes share, once, followed by the results for individual indexes.</summary>
    private static IReadOnlyList<DoctorCheck> Merge(List<(PackageIndex Index, IReadOnlyList<DoctorCheck> Checks)> looks)
    {
        var shared = looks.Select(look => look.Checks.AsEnumerable()).Aggregate(Enumerable.Intersect).ToHashSet();
        return
        [
            .. looks[0].Checks.Where(shared.Contains),
            .. looks.SelectMany(look => look.Checks.Where(check => !shared.Contains(check)).Select(check => Named(check, look.Index))),
        ];
    }

    private static DoctorCheck Named(DoctorCheck check, PackageIndex index) =>
        check.Check.Contains(index.Name, StringComparison.Ordinal) ? check : check with { Check = $"{index.Name}: {check.Check}" };

    private static void Log(DoctorVerdict verdict, string line)
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
