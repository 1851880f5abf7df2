using System.Collections;

namespace TrustedPublishing.Packaging;

/// <summary>A snapshot of this process's environment variables; everything else works on a dictionary.</summary>
internal static class ProcessEnvironment
{
    public static IReadOnlyDictionary<string, string> Variables() =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
}
