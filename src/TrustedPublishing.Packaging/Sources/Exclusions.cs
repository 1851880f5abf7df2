namespace TrustedPublishing.Packaging.Sources;

/// <summary>What is never included in a distribution, whatever the settings.</summary>
internal static class Exclusions
{
    private static readonly HashSet<string> VersionControl = new(StringComparer.Ordinal) { ".git", ".hg", ".svn", ".bzr", "_darcs", "CVS", "RCS" };

    private static readonly HashSet<string> Environments = new(StringComparer.Ordinal) { ".venv", ".tox", ".nox", "__pypackages__" };

    private static readonly string[] Waste = [".orig", ".rej", ".swp", "~"];

    /// <summary>Version control, compiled Python, and the environments that tools keep next to the sources.</summary>
    public static bool IsNeverShippedFolder(string name) => name == "__pycache__" || VersionControl.Contains(name) || Environments.Contains(name);

    public static bool IsNeverShippedFile(string name) =>
        name is ".git" or ".DS_Store" || name.EndsWith(".pyc", StringComparison.Ordinal) || name.EndsWith(".pyo", StringComparison.Ordinal);

    /// <summary>For build outputs, which no backend selected: hidden ones are caches, or <c>.env</c> files with secrets.</summary>
    public static bool IsFolder(string name) => name.StartsWith('.') || name == "node_modules" || IsNeverShippedFolder(name);

    /// <inheritdoc cref="IsFolder"/>
    public static bool IsFile(string name) =>
        name.StartsWith('.') || IsNeverShippedFile(name) || Waste.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
}
