using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>The rules for <c>License-File</c>: a relative path with slashes, in its shortest form.</summary>
internal static class LicenseFileRules
{
    public static IEnumerable<RuleFinding> Check(string path)
    {
        var wrong = path.Contains("..", StringComparison.Ordinal) ? "parent directory indicators are not allowed"
            : path.Contains('*', StringComparison.Ordinal) ? "paths must be resolved"
            : IsAbsolute(path) ? "paths must be relative"
            : Shortest(path) != path ? "paths must use '/' delimiter"
            : null;
        return wrong is null ? [] :
            [MetadataFinding.OfSpecification("license-file", $"{PythonText.Repr(path)} is invalid for 'license-file', {wrong}", "Give the licence file's path from the project's root, with '/', for example LICENSES/MIT.txt.")];
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path is ['\\', '/' or '\\', ..] || HasDrive(path);

    /// <summary>On Windows, any character followed by a colon is a drive.</summary>
    private static bool HasDrive(string path) =>
        path.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && PythonText.Length(path[..colon]) == 1 && path.AsSpan(colon + 1) is ['/' or '\\', ..];

    private static string Shortest(string path)
    {
        var segments = path.Split('/', '\\').Where(segment => segment is not ("" or "."));
        var joined = string.Join('/', segments);
        return joined.Length == 0 ? "." : joined;
    }
}
