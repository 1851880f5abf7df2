namespace TrustedPublishing.Rehearsal.State;

/// <summary>Records that a user created a project by upload; kept as long as it counts towards the limit.</summary>
internal sealed record CreationRow(string User, DateTimeOffset At);
