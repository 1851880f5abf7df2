using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Rules for texts that are no addresses and no paths.</summary>
internal static partial class TextRules
{
    /// <summary>No token, audience or path is longer.</summary>
    public const int Longest = 4096;

    public static string? Word<T>(string value)
        where T : struct, Enum => Choice.Find<T>(value) is null ? $"{ParameterDiagnostics.Shown(value)} is not known: use {Choice.Values<T>()}." : null;

    public static string? Token(string value) =>
        value.Length > Longest ? "is longer than any token: copy it again."
        : IsPrintable(value) ? null : "contains spaces, line breaks or characters that no token has: copy it again.";

    public static string? Password(string value) => value.Any(char.IsControl) ? "contains control characters, for example a line break at the end: copy it again." : null;

    public static string? User(string value) =>
        value.Contains(':', StringComparison.Ordinal) ? $"{ParameterDiagnostics.Shown(value)} contains a colon, which a user name cannot have (RFC 7617)."
        : Password(value) is null ? null : $"{ParameterDiagnostics.Shown(value)} contains control characters: use the name as the index shows it.";

    public static string? Audience(string value) =>
        IsPrintable(value) && value.Length <= Longest ? null : $"{ParameterDiagnostics.Shown(value)} is not an audience: use the one that the index names, for example its host name.";

    public static string? Repository(string value) =>
        RepositoryName().IsMatch(value) ? null : $"{ParameterDiagnostics.Shown(value)} is not a repository: write it as owner/name.";

    public static string? Reviewer(string value) =>
        ReviewerName().IsMatch(value.Trim()) ? null : $"{ParameterDiagnostics.Shown(value)} is neither a user nor a team: write octocat, or organisation/team.";

    public static string? Pattern(string value) =>
        value.Length > Longest || value.Any(char.IsControl) || IsAddress(value) ? $"{ParameterDiagnostics.Shown(value)} is neither a path nor a glob: use for example dist/*." : null;

    /// <summary>Whether somebody gave an address in the place of a path.</summary>
    public static bool IsAddress(string value) => value.Contains("://", StringComparison.Ordinal);

    private static bool IsPrintable(string value) => value.All(character => character is > ' ' and < '\x7F');

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_.-]*[A-Za-z0-9_-])+\z")]
    private static partial Regex RepositoryName();

    [GeneratedRegex(@"\A@?[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?\z")]
    private static partial Regex ReviewerName();
}
