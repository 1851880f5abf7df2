namespace TrustedPublishing.Distributions.Grammar;

/// <summary>A requirement breaks off; the message is packaging's, with the place marked on lines of its own. It never leaves <see cref="Requirement"/>.</summary>
internal sealed class RequirementException(string message, string source, int start, int end)
    : FormatException($"{message}\n    {source}\n    {new string(' ', PythonText.Length(source[..start]))}{new string('~', Width(source, start, end))}^")
{
    private static int Width(string source, int start, int end) => PythonText.Length(source[start..Math.Min(end, source.Length)]) + Math.Max(0, end - source.Length);
}
