namespace TrustedPublishing.Distributions;

/// <summary>Whether a finding stops a release.</summary>
public enum FindingSeverity
{
    /// <summary>The index accepts the file; something is not as it should be, or could not be judged.</summary>
    Warning,

    /// <summary>The index refuses the file.</summary>
    Error,
}
