namespace VerifyTests;

/// <summary>The position of a new scrubber among the existing ones.</summary>
public enum ScrubberLocation
{
    /// <summary>Before all others: the one added last runs first. The default.</summary>
    First,

    /// <summary>After all others.</summary>
    Last,
}
