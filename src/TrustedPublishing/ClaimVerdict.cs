namespace TrustedPublishing;

/// <summary>How a claim compares with the declared publisher.</summary>
public enum ClaimVerdict
{
    /// <summary>The index would accept it for the declared publisher.</summary>
    Matches,

    /// <summary>The index would reject it for the declared publisher.</summary>
    Differs,

    /// <summary>The declared publisher does not constrain it; shown for information.</summary>
    NotCompared,
}
