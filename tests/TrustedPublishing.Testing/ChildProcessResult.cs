namespace TrustedPublishing.Testing;

/// <summary>How a program ended. Every line of its texts ends in one <c>\n</c>.</summary>
/// <param name="ExitCode">0 is success.</param>
/// <param name="StandardOutput">What it printed.</param>
/// <param name="StandardError">What it complained about.</param>
/// <param name="Output">Both, in the order in which they arrived.</param>
public sealed record ChildProcessResult(int ExitCode, string StandardOutput, string StandardError, string Output);
