namespace TrustedPublishing.Nuke.Doctor;

/// <summary>One row of the Doctor's table.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Verdict">The result.</param>
/// <param name="Found">What was found, or why it could not be checked.</param>
/// <param name="Change">What to change; null if there is nothing to do.</param>
internal sealed record DoctorCheck(string Check, DoctorVerdict Verdict, string Found, string? Change = null)
{
    public static DoctorCheck Ok(string check, string found) => new(check, DoctorVerdict.Ok, found);

    public static DoctorCheck Warning(string check, string found, string change) => new(check, DoctorVerdict.Warning, found, change);

    public static DoctorCheck Error(string check, string found, string change) => new(check, DoctorVerdict.Error, found, change);

    public static DoctorCheck NotChecked(string check, string why) => new(check, DoctorVerdict.NotChecked, why);
}
