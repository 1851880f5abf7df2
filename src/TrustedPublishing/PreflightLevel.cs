namespace TrustedPublishing;

/// <summary>How violations of the index's rules that are found before the upload are treated.</summary>
public enum PreflightLevel
{
    /// <summary>Errors stop the release, warnings are reported. The default.</summary>
    Error,

    /// <summary>Findings are reported but do not stop the release.</summary>
    Warn,

    /// <summary>The index's rules are not applied.</summary>
    Off,
}
