namespace TrustedPublishing.Nuke.Doctor;

/// <summary>What a check of the Doctor came to.</summary>
internal enum DoctorVerdict
{
    Ok,
    Warning,
    Error,
    NotChecked,
}
