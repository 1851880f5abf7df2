using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>Bullet, enumerated, field and option lists, and line blocks.</summary>
internal sealed partial class RstLists(RstReader reader, RstBlock block)
{
    /// <summary>Whether a line begins a list or line block.</summary>
    public static bool IsItem(RstBlock block, int i) => Bullet().IsMatch(block.Lines[i]) || Field().IsMatch(block.Lines[i])
        || LineMarker().IsMatch(block.Lines[i]) || IsOption(block, i) || RstEnumerator.At(block, i) is not null;

    /// <summary>Reads the list that begins here, and gives the line behind it; null when none does.</summary>
    public int? Read(int i)
    {
        var line = block.Lines[i];
        if (Bullet().Match(line) is { Success: true })
        {
            return Items(i, "Bullet list", index => block.Lines[index][0] == line[0] && Bullet().Match(block.Lines[index]) is { Success: true } next ? next.Length : null);
        }

        if (RstEnumerator.At(block, i) is { } first)
        {
            var expected = first;
            return Items(i, "Enumerated list", index =>
            {
                var fits = RstEnumerator.At(block, index) is { } next && (index == i || next.Follows(expected));
                expected = fits ? RstEnumerator.At(block, index)! : expected;
                return fits ? expected.Length : null;
            });
        }

        return Field().IsMatch(line) ? Fields(i)
            : IsOption(block, i) ? Described(i, "Option list", Option(), IsOption)
            : LineMarker().IsMatch(line) ? LineBlock(i)
            : null;
    }

    private int Fields(int i)
    {
        for (var index = i; index < block.Lines.Count && Field().Match(block.Lines[index]) is { Success: true } field; index++)
        {
            reader.Inline.Read(field.Groups["name"].Value, block.First + index);
        }

        return Described(i, "Field list", Field(), (within, index) => Field().IsMatch(within.Lines[index]));
    }

    /// <summary>Items whose further lines are indented by as much as their marker is wide.</summary>
    private int Items(int i, string construct, Func<int, int?> marker)
    {
        var end = i;
        for (int? length = marker(i); length is { } indent; length = i < block.Lines.Count && !reader.Document.IsFull ? marker(i) : null)
        {
            var isBare = block.Lines[i].Length < indent || block.Lines[i][..Math.Min(indent, block.Lines[i].Length)].TrimEnd().Length == block.Lines[i].Length;
            end = block.EndOfIndented(i + 1, isBare ? 1 : indent);
            end = Math.Max(end, i + 1);
            reader.Nested(isBare ? block.Dedent(i + 1, end) : block.Cut(i, end, indent));
            i = AfterBlanks(end);
        }

        return reader.Finish(block, end, construct);
    }

    /// <summary>Items whose further lines are indented by anything.</summary>
    private int Described(int i, string construct, Regex marker, Func<RstBlock, int, bool> isItem)
    {
        var end = i;
        for (; i < block.Lines.Count && block.Lines[i].Length > 0 && isItem(block, i) && !reader.Document.IsFull; i = AfterBlanks(end))
        {
            end = Math.Max(block.EndOfIndented(i + 1), i + 1);
            reader.Nested(block.Dedent(i, end, marker.Match(block.Lines[i]).Length));
        }

        return reader.Finish(block, end, construct);
    }

    private int LineBlock(int i)
    {
        while (!block.IsBlankAt(i) && LineMarker().IsMatch(block.Lines[i]))
        {
            var end = i + 1;
            while (!block.IsBlankAt(end) && block.Lines[end][0] == ' ')
            {
                end++;
            }

            reader.Inline.Read(string.Join('\n', block.Lines.Skip(i).Take(end - i).Select(line => line.TrimStart('|', ' '))), block.First + i);
            i = end;
        }

        if (!block.IsBlankAt(i))
        {
            reader.Document.Problem(block.First + i, "Line block ends without a blank line.");
        }

        return i;
    }

    private int AfterBlanks(int i)
    {
        while (i < block.Lines.Count && block.Lines[i].Length == 0)
        {
            i++;
        }

        return i;
    }

    /// <summary>An option without a description on its line needs one below.</summary>
    private static bool IsOption(RstBlock block, int i) => Option().Match(block.Lines[i]) is { Success: true } option
        && (option.Length < block.Lines[i].Length || (i + 1 < block.Lines.Count && block.Lines[i + 1].StartsWith(' ')));

    [GeneratedRegex(@"\A[-+*\u2022\u2023\u2043](?: +|\z)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A:(?![: ])(?<name>(?:[^:\\]|\\.|:(?![ `]|\z))*)(?<! ):(?: +|\z)")]
    private static partial Regex Field();

    [GeneratedRegex(@"\A\|(?: +|\z)")]
    private static partial Regex LineMarker();

    private const string Argument = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
    private const string One = @"(?:[-+][a-zA-Z0-9](?: ?" + Argument + ")?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]" + Argument + ")?)";

    [GeneratedRegex(@"\A" + One + "(?:, " + One + @")*(?:  +| ?\z)")]
    private static partial Regex Option();
}
