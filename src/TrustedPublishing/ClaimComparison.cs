namespace TrustedPublishing;

/// <summary>One row of the table that compares an identity token with the declared publisher.</summary>
/// <param name="Claim">The claim's name, for example <c>job_workflow_ref</c>.</param>
/// <param name="Actual">What the token says, or null when it does not have the claim.</param>
/// <param name="Expected">What the declared publisher needs, or null when it does not ask for anything.</param>
/// <param name="Verdict">Whether they agree.</param>
/// <param name="Advice">What to change when they differ; null otherwise.</param>
public sealed record ClaimComparison(string Claim, string? Actual, string? Expected, ClaimVerdict Verdict, string? Advice = null);
