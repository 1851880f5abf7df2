using System.Text.RegularExpressions;
using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What NUKE's writer of lines lacks for YAML.</summary>
internal static partial class Yaml
{
    /// <summary>A single-quoted scalar: nothing in it has a meaning but the quote, which is doubled.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A scalar that is a text: quoted only where it would otherwise be read as something else.</summary>
    public static string Text(string text) => Plain().IsMatch(text) ? text : Quote(text);

    /// <summary>Writes a text line by line at the present indentation.</summary>
    public static void WriteLines(this CustomFileWriter writer, string text) => writer.WriteLines(text.Split('\n'));

    /// <summary>Writes lines at the present indentation.</summary>
    public static void WriteLines(this CustomFileWriter writer, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            writer.WriteLine(line.Length == 0 ? null : line);
        }
    }

    [GeneratedRegex(@"\A(?!(?:true|false|yes|no|on|off|y|n|null)\z)[A-Za-z_][A-Za-z0-9_.-]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
