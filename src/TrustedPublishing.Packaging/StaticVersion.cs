using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>
/// Writes the build's version to the sdist's <c>pyproject.toml</c>: <c>dynamic = ["version"]</c> becomes
/// <c>version = "…"</c>. Otherwise the sdist could not be built, because the backend could not compute the version.
/// </summary>
internal static class StaticVersion
{
    /// <param name="text">The content of the file.</param>
    /// <param name="dynamic">The array in the file.</param>
    /// <param name="version">The version.</param>
    public static string Write(string text, TomlNode dynamic, PythonVersion version)
    {
        var start = dynamic.Key!.Value.Start.Offset;
        var others = dynamic.Items!.Where(item => item.Text != "version").Select(item => $"\"{item.Text}\"").ToList();
        var rest = others.Count == 0 ? "" : $"{Separator(text, start)}dynamic = [{string.Join(", ", others)}]";
        return $"{text[..start]}version = \"{version}\"{rest}{text[AfterBracket(text, dynamic.Items![^1].End)..]}";
    }

    /// <summary>A comma in an inline table, otherwise a new line, including the prefix of the key, if any (<c>project.</c>).</summary>
    private static string Separator(string text, int start)
    {
        var prefix = text[(text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1)..start];
        return prefix.Contains('{', StringComparison.Ordinal) ? ", " : $"\n{prefix}";
    }

    /// <summary>Only commas, spaces and comments can be between the last item and the bracket.</summary>
    private static int AfterBracket(string text, int position)
    {
        while (text[position] != ']')
        {
            position = text[position] == '#' ? text.IndexOf('\n', position) : position + 1;
        }

        return position + 1;
    }
}
