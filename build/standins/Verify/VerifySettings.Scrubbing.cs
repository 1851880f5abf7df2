using System.Text;

namespace VerifyTests;

public sealed partial class VerifySettings
{
    /// <summary>Changes the text before it is compared.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        scrubbers.Insert(location is ScrubberLocation.First ? 0 : scrubbers.Count, scrubber);

    /// <summary>Removes the lines for which <paramref name="removeLine"/> is true.</summary>
    public void ScrubLines(Func<string, bool> removeLine, ScrubberLocation location = ScrubberLocation.First) =>
        ScrubLinesWithReplace(line => removeLine(line) ? null : line, location);

    /// <summary>Replaces each line; <see langword="null"/> removes it.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine, ScrubberLocation location = ScrubberLocation.First) =>
        AddScrubber(text => ReplaceLines(text, replaceLine), location);

    /// <summary>Removes the lines that contain any of <paramref name="stringToMatch"/>, ignoring case.</summary>
    public void ScrubLinesContaining(params string[] stringToMatch) =>
        ScrubLinesContaining(StringComparison.OrdinalIgnoreCase, stringToMatch);

    /// <summary>Removes the lines that contain any of <paramref name="stringToMatch"/>.</summary>
    public void ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch) =>
        ScrubLines(line => stringToMatch.Any(match => line.Contains(match, comparison)));

    static void ReplaceLines(StringBuilder text, Func<string, string?> replaceLine)
    {
        var before = text.ToString();
        using var reader = new StringReader(before);
        text.Clear();
        while (reader.ReadLine() is { } line)
        {
            if (replaceLine(line) is { } replaced)
            {
                text.Append(replaced).Append('\n');
            }
        }

        if (text.Length > 0 && !before.EndsWith('\n'))
        {
            text.Length--;
        }
    }
}
