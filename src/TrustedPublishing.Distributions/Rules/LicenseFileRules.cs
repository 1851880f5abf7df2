using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>The rules for <c>License-File</c>: a relative path with slashes, written in its shortest form.</summary>
internal static class LicenseFileRules
{
    public static IEnumerable<RuleFinding> Of(string path)
    {
        var wrong = path.Contains("..", StringComparison.Ordinal) ? "parent directory indicators are not allowed"
            : path.Contains('*', StringComparison.Ordinal) ? "paths must be resolved"
            : IsAbsolute(path) ? "paths must be relative"
            : Shortest(path) != path ? "paths must use '/' delimiter"
            : null;
        return wrong is null ? [] :
            [MetadataFinding.Of("license-file", $"{PythonText.Repr(path)} is invalid for 'license-file', {wrong}", "Name the licence file by its path from the project's root, with '/', for example LICENSES/MIT.txt.")];
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith('/') || path.StartsWith(@"\\", StringComparison.Ordinal) || path is [_, ':', '/' or '\\', ..] && char.IsAsciiLetter(path[0]);

    private static string Shortest(string path)
    {
        var segments = path.Split('/', '\\').Where(segment => segment is not ("" or "."));
        var joined = string.Join('/', segments);
        return path.StartsWith('\\') ? $"/{joined}" : joined.Length == 0 ? "." : joined;
    }
}
