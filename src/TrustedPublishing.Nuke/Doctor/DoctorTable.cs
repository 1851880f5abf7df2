namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The checks as text: one row each, with what to change below it.</summary>
internal static class DoctorTable
{
    public static IEnumerable<(DoctorVerdict Verdict, string Line)> Lines(IReadOnlyList<DoctorCheck> checks)
    {
        var names = checks.Max(check => check.Check.Length);
        var words = checks.Max(check => Word(check.Verdict).Length);
        foreach (var check in checks)
        {
            yield return (check.Verdict, $"{check.Check.PadRight(names)}  {Word(check.Verdict).PadRight(words)}  {check.Found}");
            if (check.Change is { } change)
            {
                yield return (check.Verdict, $"{new string(' ', names + words + 4)}-> {change}");
            }
        }
    }

    public static string Word(DoctorVerdict verdict) => verdict switch
    {
        DoctorVerdict.Ok => "ok",
        DoctorVerdict.Warning => "warning",
        DoctorVerdict.Error => "ERROR",
        _ => "not checked",
    };
}
