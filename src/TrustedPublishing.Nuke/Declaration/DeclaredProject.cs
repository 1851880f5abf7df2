using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>
/// The project that <c>pyproject.toml</c> declares, for callers that do not depend on it: problems with the file are reported by <c>Pack</c>.
/// </summary>
internal static class DeclaredProject
{
    /// <summary>The name as written in the file; null if the file cannot be read or has none.</summary>
    public static string? NameIn(string directory)
    {
        try
        {
            return PythonProjectFile.Read(directory).Name;
        }
        catch (PackagingException)
        {
            return null;
        }
    }
}
