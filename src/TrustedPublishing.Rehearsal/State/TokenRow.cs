using System.Collections.Immutable;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>What the index knows of an API token: whose it is and what it was restricted to. The token itself is never kept.</summary>
internal sealed record TokenRow
{
    public required Guid Id { get; init; }

    /// <summary>The user it belongs to; null for a publisher's.</summary>
    public string? User { get; init; }

    /// <summary>The publisher it was made for; null for a user's.</summary>
    public Guid? Publisher { get; init; }

    /// <summary>The restrictions, each a JSON array of tag and fields.</summary>
    public required ImmutableList<string> Caveats { get; init; }

    public required DateTimeOffset Created { get; init; }
}
