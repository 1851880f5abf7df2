namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Compares the job's identity token with the declared publisher, row by row.</summary>
internal static class ClaimChecks
{
    public static IEnumerable<DoctorCheck> Run(DoctorFacts facts)
    {
        if (facts.Identity.Value is not { } identity)
        {
            return [DoctorCheck.NotChecked("Identity token", facts.Identity.WhyNot ?? "This is not CI, and no --claims were given.")];
        }

        return facts.Publisher is { } publisher
            ? CiIdentity.Compare(publisher, identity.Claims).Where(row => row.Verdict is not ClaimVerdict.NotCompared).Select(Row)
            : [DoctorCheck.NotChecked("Identity token", "There is no declared publisher to compare it with.")];
    }

    private static DoctorCheck Row(ClaimComparison row) => row.Verdict is ClaimVerdict.Matches
        ? DoctorCheck.Ok($"Claim {row.Claim}", row.Actual ?? "(absent)")
        : DoctorCheck.Error($"Claim {row.Claim}", $"{row.Actual ?? "(absent)"}, expected {row.Expected ?? "something else"}", row.Advice ?? "Change the declared publisher or the workflow so that they match.");
}
