namespace VerifyTests;

/// <summary>Where a scrubber is put among those already added.</summary>
public enum ScrubberLocation
{
    /// <summary>Before all others: the one added last runs first. The default.</summary>
    First,

    /// <summary>After all others.</summary>
    Last,
}
