namespace TrustedPublishing.Distributions;

/// <summary>Whether a finding stops a release.</summary>
public enum FindingSeverity
{
    /// <summary>The index accepts the file, but something should be fixed, or could not be checked.</summary>
    Warning,

    /// <summary>The index rejects the file.</summary>
    Error,
}
