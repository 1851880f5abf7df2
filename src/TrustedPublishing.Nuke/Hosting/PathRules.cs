using Nuke.Common.IO;
using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Rules for paths, which NUKE resolves. Whether something is there that can be used is decided where it is used.</summary>
internal static class PathRules
{
    /// <summary>A file that is read or written.</summary>
    public static string? File(string value, string folder) =>
        Path(value, folder) ?? (Directory.Exists(Resolve(value, folder)) ? $"{ParameterDiagnostics.Shown(value)} is a folder: name a file." : null);

    /// <summary>A folder that exists or is created.</summary>
    public static string? Folder(string value, string folder) =>
        Path(value, folder) ?? (System.IO.File.Exists(Resolve(value, folder)) ? $"{ParameterDiagnostics.Shown(value)} is a file: name a folder." : null);

    private static string? Path(string value, string folder)
    {
        if (value.Length > TextRules.Longest || value.Any(char.IsControl) || TextRules.IsAddress(value))
        {
            return $"{ParameterDiagnostics.Shown(value)} is not a path: use one that is relative to {ParameterDiagnostics.Shown(folder)}, or absolute.";
        }

        try
        {
            _ = Resolve(value, folder);
            return null;
        }
        catch (ArgumentException) // what NUKE's assertions throw
        {
            return $"{ParameterDiagnostics.Shown(value)} leads above the root of the file system: leave out some of the '..'.";
        }
    }

    private static string Resolve(string value, string folder) => PathConstruction.HasPathRoot(value) ? (AbsolutePath)value : (AbsolutePath)folder / value;
}
