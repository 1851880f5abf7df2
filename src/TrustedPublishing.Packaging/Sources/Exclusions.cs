namespace TrustedPublishing.Packaging.Sources;

/// <summary>
/// What never goes into a distribution. An explicit list and not <c>.gitignore</c>: the result must be the same in a checkout, in an
/// unpacked sdist and on a machine without git.
/// </summary>
internal static class Exclusions
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal) { "__pycache__", "node_modules", "CVS" };

    private static readonly string[] Suffixes = [".pyc", ".pyo", ".orig", ".rej", ".swp", "~"];

    /// <summary>Beside packages and tests these hold what other tools have made.</summary>
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal)
    {
        "bin", "obj", "artifacts", "dist", "build", "target", "venv", "env", "htmlcov", "site",
    };

    /// <summary>Hidden files and folders cover version control, editors, virtual environments, tool caches and <c>.env</c> files with secrets.</summary>
    public static bool IsFolder(string name) =>
        name.StartsWith('.') || Folders.Contains(name) || name.EndsWith(".egg-info", StringComparison.Ordinal);

    public static bool IsFile(string name) => name.StartsWith('.') || Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>For what lies outside the packages. Inside them a folder <c>bin</c> may be the payload.</summary>
    public static bool IsMadeFolder(string name) => IsFolder(name) || Made.Contains(name);
}
