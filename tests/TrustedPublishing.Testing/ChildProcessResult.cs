namespace TrustedPublishing.Testing;

/// <summary>The result of a program. Every line of its output ends with a single <c>\n</c>.</summary>
/// <param name="ExitCode">0 means success.</param>
/// <param name="StandardOutput">Its standard output.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Output">Both, in order of arrival.</param>
public sealed record ChildProcessResult(int ExitCode, string StandardOutput, string StandardError, string Output);
