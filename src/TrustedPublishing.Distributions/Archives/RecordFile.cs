using System.Text;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>Problems that prevent Python's <c>csv</c> module or PyPI's server from reading RECORD.</summary>
internal enum RecordProblem
{
    /// <summary>No problem.</summary>
    None,

    /// <summary>A line without fields.</summary>
    BlankLine,

    /// <summary>A field longer than <see cref="RecordFile.LongestField"/>.</summary>
    LongField,
}

/// <summary>A wheel's RECORD: lines of path, hash and size (PEP 376, PEP 427), comma-separated and quoted as in CSV.</summary>
internal static class RecordFile
{
    /// <summary>The longest field that Python's <c>csv</c> module reads, in characters.</summary>
    public const int LongestField = 131_072;

    /// <summary>The path, with slashes, and the hash of each row, up to the first problem.</summary>
    public static (IReadOnlyList<(string Path, string Hash)> Rows, RecordProblem Problem) Read(string content)
    {
        var rows = new List<(string, string)>();
        using var lines = PythonText.Lines(content).GetEnumerator();
        while (lines.MoveNext())
        {
            var fields = Fields(lines);
            var problem = fields.Count == 0 ? RecordProblem.BlankLine
                : fields.Any(field => field.Length > LongestField && PythonText.Length(field) > LongestField) ? RecordProblem.LongField
                : RecordProblem.None;
            if (problem != RecordProblem.None)
            {
                return (rows, problem);
            }

            rows.Add((fields[0].Replace('\\', '/'), fields.Count > 1 ? fields[1] : ""));
        }

        return (rows, RecordProblem.None);
    }

    /// <summary>The fields of a row; an open quotation mark continues it on the next line.</summary>
    private static List<string> Fields(IEnumerator<string> lines)
    {
        var fields = new List<string>();
        if (lines.Current.Length == 0)
        {
            return fields;
        }

        var field = new StringBuilder();
        var isQuoted = false;
        do
        {
            isQuoted = Line(lines.Current, field, fields, isQuoted);
        }
        while (isQuoted && lines.MoveNext());
        fields.Add(field.ToString());
        return fields;
    }

    /// <summary>
    /// Reads one line; returns whether a quotation mark is open at its end. A quotation mark within a field is an ordinary character.
    /// </summary>
    private static bool Line(string line, StringBuilder field, List<string> fields, bool isQuoted)
    {
        var atStart = !isQuoted;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"' && (isQuoted || atStart))
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
                atStart = true;
                continue;
            }
            else
            {
                field.Append(line[i]);
            }

            atStart = false;
        }

        return isQuoted;
    }
}
