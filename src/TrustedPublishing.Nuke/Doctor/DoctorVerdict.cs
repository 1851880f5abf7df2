namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The result of one of the Doctor's checks.</summary>
internal enum DoctorVerdict
{
    Ok,
    Warning,
    Error,
    NotChecked,
}
