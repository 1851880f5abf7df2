using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>RECORD of a wheel: lines of path, hash and size (PEP 376, PEP 427), separated by commas and quoted as in CSV.</summary>
internal static class RecordFile
{
    /// <summary>Path and hash of each line, with slashes; null when Python could not read it, as at an empty line.</summary>
    public static IReadOnlyList<(string Path, string Hash)>? Parse(string content)
    {
        var rows = new List<(string, string)>();
        foreach (var line in Rows(content))
        {
            var fields = Fields(line);
            if (line.Length == 0)
            {
                return null;
            }

            rows.Add((fields[0].Replace('\\', '/'), fields.Count > 1 ? fields[1] : ""));
        }

        return rows;
    }

    private static IEnumerable<string> Rows(string content)
    {
        using var reader = new StringReader(content);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
