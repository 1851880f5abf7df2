using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>
/// Replaces folders that differ between machines: those of the test program, the working folder, temporary files, the user, the project and the
/// solution. The longest match wins, including a separator after it.
/// </summary>
static class DirectoryTokens
{
    public static string Replace(string text, string sourceDirectory)
    {
        var tokens = Tokens(sourceDirectory);
        var paths = tokens.Keys.OrderByDescending(path => path.Length).Select(path => Regex.Escape(path).Replace("/", @"[/\\]", StringComparison.Ordinal));
        return Regex.Replace(text, $@"(?<![\p{{L}}\p{{Nd}}])({string.Join('|', paths)})(?![\p{{L}}\p{{Nd}}])[/\\]?", match => tokens[Clean(match.Groups[1].Value)]);
    }

    static Dictionary<string, string> Tokens(string sourceDirectory)
    {
        var tokens = new Dictionary<string, string>();
        foreach (var (path, token) in Candidates(sourceDirectory))
        {
            if (path is not null && Clean(path) is { Length: > 0 } clean)
            {
                tokens.TryAdd(clean, token);
            }
        }

        return tokens;
    }

    static IEnumerable<(string? Path, string Token)> Candidates(string sourceDirectory) =>
    [
        (AppContext.BaseDirectory, "{CurrentDirectory}"),
        (Environment.CurrentDirectory, "{CurrentDirectory}"),
        (Path.GetTempPath(), "{TempPath}"),
        (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "{UserProfile}"),
        (Above(sourceDirectory, "*.csproj"), "{ProjectDirectory}"),
        (Above(sourceDirectory, "*.sln*"), "{SolutionDirectory}"),
    ];

    static string? Above(string directory, string pattern)
    {
        var candidate = new DirectoryInfo(directory);
        while (candidate is not null && !(candidate.Exists && candidate.EnumerateFiles(pattern).Any()))
        {
            candidate = candidate.Parent;
        }

        return candidate?.FullName;
    }

    static string Clean(string path) => path.Replace('\\', '/').TrimEnd('/');
}
