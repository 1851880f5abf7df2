using System.Text.RegularExpressions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Failures;

/// <summary>
/// The form of every failure's message: what failed and where; what the other side said; further blocks; what to change. Parts that come from
/// elsewhere may hold line breaks, control characters, tokens, or commands for the CI system that reads the log: the message as a whole is encoded.
/// </summary>
internal sealed partial class FailureText(string what)
{
    private const int Longest = 400;

    private readonly List<string> lines = [what];

    /// <summary>One line <c>PyPI says: "…"</c>; none when there is nothing to quote.</summary>
    public FailureText Said(string who, string? text)
    {
        if (OneLine(text).Length > 0)
        {
            lines.Add($"{OneLine(who)} says: {Quote(text)}");
        }

        return this;
    }

    /// <summary>A line of its own.</summary>
    public FailureText Line(string line)
    {
        lines.Add(line);
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

    /// <summary>The message. A message is where text leaves this library, so here, and nowhere before, it is made harmless.</summary>
    public override string ToString() => string.Join('\n', lines.Select(line => LogLine.Encode(SecretRedaction.WithoutTokens(line))));

    /// <summary>In quotation marks, as <see cref="OneLine"/>.</summary>
    public static string Quote(string? text) => $"\"{OneLine(text)}\"";

    /// <summary>The layout of text from elsewhere within a line: words with single spaces, of bounded length. It makes nothing harmless.</summary>
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
