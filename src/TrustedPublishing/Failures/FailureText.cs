using System.Text.RegularExpressions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Failures;

/// <summary>
/// The structure of every failure message: what failed and where; what the server or program answered; further details; what to change.
/// Text from outside may contain line breaks, control characters, tokens, or commands for the CI system that reads the log, so the whole
/// message is encoded.
/// </summary>
internal sealed partial class FailureText(string what)
{
    private const int Longest = 400;

    private readonly List<string> lines = [what];

    /// <summary>A line of the form <c>PyPI says: "…"</c>; omitted if there is nothing to quote.</summary>
    public FailureText Said(string who, string? text)
    {
        if (OneLine(text).Length > 0)
        {
            lines.Add($"{OneLine(who)} says: {Quote(text)}");
        }

        return this;
    }

    /// <summary>Adds a separate line.</summary>
    public FailureText Line(string line)
    {
        lines.Add(line);
        return this;
    }

    /// <summary>Adds lines after a blank line; adds nothing if there are none.</summary>
    public FailureText Block(params IEnumerable<string> block)
    {
        string[] shown = [.. block];
        if (shown.Length > 0)
        {
            lines.AddRange(["", .. shown]);
        }

        return this;
    }

    /// <summary>The steps that fix the problem; each may have several lines.</summary>
    public FailureText Change(params IEnumerable<string> steps)
    {
        lines.Add("");
        lines.Add("What to change:");
        lines.AddRange(steps.SelectMany(step => step.Split('\n').Select((line, number) => $"{(number == 0 ? "- " : "  ")}{line}")));
        return this;
    }

    /// <summary>The message. This is where text leaves the library, so this is the only place that redacts and encodes it.</summary>
    public override string ToString() => string.Join('\n', lines.Select(line => LogLine.Encode(SecretRedaction.WithoutTokens(line))));

    /// <summary>The text in quotation marks, formatted by <see cref="OneLine"/>.</summary>
    public static string Quote(string? text) => $"\"{OneLine(text)}\"";

    /// <summary>
    /// Puts text from outside on one line: words separated by single spaces, truncated to a maximum length. It does not escape anything.
    /// </summary>
    public static string OneLine(string? text)
    {
        var line = WhiteSpace().Replace(Colour().Replace(text ?? "", ""), " ").Trim();
        return line.Length <= Longest ? line : $"{line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)]}…";
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
