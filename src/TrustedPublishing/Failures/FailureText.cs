using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Http;

namespace TrustedPublishing.Failures;

/// <summary>
/// The form of every failure's message: what failed and where; what the other side said; further blocks; what to change. What the other
/// side said is cleaned: it may hold line breaks, control characters, tokens, or commands for the CI system that reads the log.
/// </summary>
internal sealed partial class FailureText(string what)
{
    private const int Longest = 400;

    private readonly List<string> lines = [what];

    /// <summary>One line <c>PyPI says: "…"</c>; none when there is nothing to quote.</summary>
    public FailureText Said(string who, string? text)
    {
        if (Clean(text).Length > 0)
        {
            lines.Add($"{Clean(who)} says: {Quote(text)}");
        }

        return this;
    }

    /// <summary>The same for an answer; when there was none, the reason in its place.</summary>
    public FailureText Said(string who, HttpResponse answer)
    {
        if (answer.Status is not null)
        {
            return Said(who, ResponseText.Of(answer));
        }

        lines.Add($"There was no answer: {Clean(answer.Summary)}");
        return this;
    }

    /// <summary>Lines set off by an empty one; nothing when there are none.</summary>
    public FailureText Block(params IEnumerable<string> block)
    {
        string[] shown = [.. block];
        if (shown.Length > 0)
        {
            lines.AddRange(["", .. shown]);
        }

        return this;
    }

    /// <summary>The steps that help, each of which may have lines of its own.</summary>
    public FailureText Change(params IEnumerable<string> steps)
    {
        lines.Add("");
        lines.Add("What to change:");
        lines.AddRange(steps.SelectMany(step => step.Split('\n').Select((line, number) => $"{(number == 0 ? "- " : "  ")}{line}")));
        return this;
    }

    public override string ToString() => string.Join('\n', lines.Select(Harmless));

    /// <summary>In quotation marks and cleaned.</summary>
    public static string Quote(string? text) => $"\"{Clean(text)}\"";

    /// <summary>One line of bounded length, without control and format characters, and without anything that looks like a token.</summary>
    public static string Clean(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in WhiteSpace().Replace(Escape().Replace(text ?? "", ""), " ").Trim().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
            {
                line.Append(rune);
            }
        }

        var clean = Token().Replace(line.ToString(), "***");
        return clean.Length <= Longest ? clean : $"{clean[..(char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest)]}…";
    }

    /// <summary>
    /// Runners read lines that start with <c>::</c>, with or without white space before it, and <c>##[</c> anywhere in a line, as commands
    /// (actions/runner, <c>src/Runner.Common/ActionCommand.cs</c>).
    /// </summary>
    private static string Harmless(string line)
    {
        var plain = line.Replace("##", "# #", StringComparison.Ordinal);
        return plain.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $"· {plain.TrimStart()}" : plain;
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,2}|pypi-[A-Za-z0-9_-]{16,}")]
    private static partial Regex Token();
}
