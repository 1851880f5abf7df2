using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging;

/// <summary>
/// Writes the version that the build gave into the sdist's <c>pyproject.toml</c>: <c>dynamic = ["version"]</c> becomes
/// <c>version = "…"</c>. Otherwise nobody could build the sdist, because the backend does not know where the version came from.
/// </summary>
internal static class StaticVersion
{
    public static string Write(string text, TomlNode root, PythonVersion version)
    {
        var dynamic = root.Find("project", "dynamic")!;
        var end = AfterBracket(text, dynamic.Items![^1].End);
        return $"{text[..dynamic.Key!.Value.Start.Offset]}version = \"{version}\"{text[end..]}";
    }

    /// <summary>Between the last item and the bracket stand only commas, spaces and comments.</summary>
    private static int AfterBracket(string text, int position)
    {
        while (text[position] != ']')
        {
            position = text[position] == '#' ? text.IndexOf('\n', position) : position + 1;
        }

        return position + 1;
    }
}
