using System.Collections;

namespace TrustedPublishing.Identity;

/// <summary>The only reader of environment variables: a snapshot, so that the rest works on a dictionary.</summary>
internal static class CiEnvironment
{
    public static IReadOnlyDictionary<string, string> OfThisProcess() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", Names);

    /// <summary>Windows does not distinguish the case of variable names, other systems do.</summary>
    private static StringComparer Names => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
