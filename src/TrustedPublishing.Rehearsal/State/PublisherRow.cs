using System.Collections.Immutable;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>A registered publisher: for projects that exist, or pending for one that does not.</summary>
internal sealed record PublisherRow
{
    private static readonly TimeSpan PendingLife = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required RehearsalPublisher Publisher { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The projects that a token for this publisher covers.</summary>
    public ImmutableList<Guid> Projects { get; init; } = [];

    /// <summary>The project that the first exchange creates; null for a publisher that is not pending.</summary>
    public string? PendingProject { get; init; }

    /// <summary>The organisation that will own it; null: the user who registered the publisher.</summary>
    public string? PendingOrganization { get; init; }

    public bool IsPending => PendingProject is not null;

    /// <summary>Whether it is a pending publisher that has not expired.</summary>
    public bool IsPendingAt(DateTimeOffset now) => IsPending && now.ToUnixTimeSeconds() < (Created + PendingLife).ToUnixTimeSeconds();
}
