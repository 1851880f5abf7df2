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
        return $"{text[..dynamic.Key!.Value.Start.Offset]}version = \"{version}\"{text[dynamic.End..]}";
    }
}
