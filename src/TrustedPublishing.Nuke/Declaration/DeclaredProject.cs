using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The project that <c>pyproject.toml</c> declares, for those who can do without: what is wrong with the file is <c>Pack</c>'s to say.</summary>
internal static class DeclaredProject
{
    /// <summary>The name as the file writes it; null when the file cannot be read or has none.</summary>
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
