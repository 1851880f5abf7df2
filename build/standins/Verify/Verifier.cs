using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with the snapshot next to the test.</summary>
public static class Verifier
{
    /// <summary>Compares with <c>Type.Method[_parameters].verified.txt</c>.</summary>
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        new(settings, its => Snapshot.Of(its, sourceFile, "txt").CompareAsync(RootText(target), target));

    /// <summary>Compares with <c>Type.Method[_parameters].verified.extension</c>.</summary>
    /// <param name="target">The text.</param>
    /// <param name="extension">The extension of a text format, without a leading dot.</param>
    /// <param name="settings">Settings shared by several tests.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        new(settings, its => Snapshot.Of(its, sourceFile, extension).CompareAsync(target ?? "null", target: null));

    static string RootText(string? target) => target?.TrimStart('\uFEFF') switch
    {
        null => "null",
        "" => "emptyString",
        var text => text,
    };
}
