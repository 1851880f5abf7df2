using System.Collections;

namespace TrustedPublishing.Identity;

/// <summary>The only place that reads environment variables: it takes a snapshot, and everything else works on a dictionary.</summary>
internal static class CiEnvironment
{
    public static IReadOnlyDictionary<string, string> OfThisProcess() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", Names);

    /// <summary>Variable names are case-insensitive on Windows and case-sensitive elsewhere.</summary>
    private static StringComparer Names => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
