namespace TrustedPublishing;

/// <summary>One row of the table that compares an identity token with the declared publisher.</summary>
/// <param name="Claim">The claim's name, for example <c>job_workflow_ref</c>.</param>
/// <param name="Actual">The value in the token, or null if it lacks the claim.</param>
/// <param name="Expected">The value that the declared publisher requires, or null if it requires none.</param>
/// <param name="Verdict">Whether they match.</param>
/// <param name="Advice">What to change if they differ; otherwise null.</param>
public sealed record ClaimComparison(string Claim, string? Actual, string? Expected, ClaimVerdict Verdict, string? Advice = null);
