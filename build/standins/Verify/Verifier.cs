using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with the snapshot next to the test.</summary>
public static class Verifier
{
    /// <summary>Compares with <c>Type.Method[_parameters].verified.txt</c>.</summary>
    public static SettingsTask Verify(string? target, [CallerFilePath] string sourceFile = "") =>
        new(parameter => Snapshot.Open(parameter, sourceFile, "txt").CompareAsync(target switch { null => "null", "" => "emptyString", _ => target }));

    /// <summary>Compares with <c>Type.Method[_parameters].verified.extension</c>.</summary>
    /// <param name="target">The text.</param>
    /// <param name="extension">The extension of a text format, without a leading dot.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    public static SettingsTask Verify(string? target, string extension, [CallerFilePath] string sourceFile = "") =>
        new(parameter => Snapshot.Open(parameter, sourceFile, extension).CompareAsync(target ?? "null"));
}
