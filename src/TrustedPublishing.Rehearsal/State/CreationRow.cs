namespace TrustedPublishing.Rehearsal.State;

/// <summary>That a user created a project by upload; remembered as long as it counts.</summary>
internal sealed record CreationRow(string User, DateTimeOffset At);
