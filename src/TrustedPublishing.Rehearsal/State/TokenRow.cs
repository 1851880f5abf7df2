using System.Collections.Immutable;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>The index's record of an API token: its owner and restrictions. The token itself is never stored.</summary>
internal sealed record TokenRow
{
    public required Guid Id { get; init; }

    /// <summary>The user it belongs to; null for a publisher's token.</summary>
    public string? User { get; init; }

    /// <summary>The publisher it was issued for; null for a user's token.</summary>
    public Guid? Publisher { get; init; }

    /// <summary>The restrictions, each a JSON array of a tag and its fields.</summary>
    public required ImmutableList<string> Caveats { get; init; }

    public required DateTimeOffset Created { get; init; }
}
