namespace TrustedPublishing;

/// <summary>What happens when the index's rules, applied before the first byte is sent, find something.</summary>
public enum PreflightLevel
{
    /// <summary>Errors stop the release, warnings are reported. The default.</summary>
    Error,

    /// <summary>Everything is reported, nothing stops the release.</summary>
    Warn,

    /// <summary>The index's rules are not applied.</summary>
    Off,
}
