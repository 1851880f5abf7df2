using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke;

/// <summary>What NUKE's writer of lines lacks for YAML.</summary>
internal static class Yaml
{
    /// <summary>A single-quoted scalar: nothing in it has a meaning but the quote, which is doubled.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Writes a text line by line at the present indentation.</summary>
    public static void WriteLines(this CustomFileWriter writer, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            writer.WriteLine(line.Length == 0 ? null : line);
        }
    }
}
