namespace TrustedPublishing.TokenExchange;

/// <summary>Where identity tokens are exchanged, and what the build declares for it.</summary>
/// <param name="Index">The index.</param>
/// <param name="Audience">The declared audience; null if none is declared.</param>
/// <param name="Publisher">The declared publisher; null if none is declared.</param>
internal sealed record ExchangeTarget(PackageIndex Index, string? Audience, TrustedPublisher? Publisher)
{
    /// <summary>The project's name, for the registration link in failures; null if it is not known yet.</summary>
    public string? Project { get; init; }
}
