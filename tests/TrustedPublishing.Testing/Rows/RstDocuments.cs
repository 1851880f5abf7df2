namespace TrustedPublishing.Testing.Rows;

/// <summary>reStructuredText made of the constructs in the rows: one after the other, nested, and slightly damaged.</summary>
public static class RstDocuments
{
    private static readonly string[] Pieces = [.. DescriptionRows.All.Where(row => row.ContentType == "text/x-rst" && row.Text.Length < 1000).Select(row => row.Text.TrimEnd('\n'))];

    private static readonly (string Start, int Indent)[] Containers =
    [
        ("- ", 2), ("1. ", 3), ("", 2), ("", 4), (".. note::\n\n", 3), (".. figure:: a.png\n\n", 3), (".. [1] ", 3), (":Author: ", 3), ("term\n", 2), ("| ", 2), ("text::\n\n", 4),
        (".. topic:: Title\n\n", 3), (".. class:: a\n\n", 3), (".. list-table::\n\n   * - ", 7), (".. |a| replace:: ", 3), ("-a  ", 4), (".. ", 3), (".. container:: b\n\n", 3), (".. header:: ", 3),
    ];

    private static readonly string[] Signs = ["*", "`", "|", "_", ":", "\\", "[", "]", "<", ">", ".", "-", "=", " ", "+", "::", "é", "日", "\t"];

    /// <summary>The document with a number; the same for the same number.</summary>
    public static string Of(int number)
    {
        var dice = new Dice(number);
        var document = string.Join(dice.Next(10) == 0 ? "\n" : "\n\n", Enumerable.Range(0, 1 + dice.Next(5)).Select(_ => Piece(dice, 0)));
        for (var damages = dice.Next(4) - 2; damages > 0; damages--)
        {
            document = Damaged(document, dice);
        }

        return $"{document}\n";
    }

    private static string Piece(Dice dice, int depth)
    {
        var piece = Pieces[dice.Next(Pieces.Length)];
        if (depth > 3 || dice.Next(4) > 0)
        {
            return piece;
        }

        var (start, indent) = Containers[dice.Next(Containers.Length)];
        var inner = string.Join("\n\n", Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => Piece(dice, depth + 1)));
        var indented = string.Join('\n', inner.Split('\n').Select(line => line.Length == 0 ? line : $"{new string(' ', indent)}{line}"));
        return start.EndsWith('\n') || start.Length == 0 ? $"{start}{indented}" : $"{start}{indented.TrimStart(' ')}";
    }

    private static string Damaged(string document, Dice dice)
    {
        List<string> lines = [.. document.Split('\n')];
        var (index, sign) = (dice.Next(lines.Count), Signs[dice.Next(Signs.Length)]);
        var column = dice.Next(lines[index].Length + 1);
        switch (dice.Next(7))
        {
            case 0:
                lines.RemoveAt(index);
                break;
            case 1:
                lines.Insert(index, "");
                break;
            case 2:
                lines[index] = lines[index][..column];
                break;
            case 3:
                lines[index] = $" {lines[index]}";
                break;
            case 4:
                lines[index] = lines[index].TrimStart(' ');
                break;
            default:
                lines[index] = lines[index].Insert(column, sign);
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>Pseudo-random numbers, the same for the same seed.</summary>
    private sealed class Dice(int start)
    {
        private ulong state = (ulong)start * 0x9e3779b97f4a7c15;

        public int Next(int count)
        {
            state += 0x9e3779b97f4a7c15;
            var mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
            return (int)(((mixed ^ (mixed >> 27)) >> 16) % (ulong)count);
        }
    }
}
