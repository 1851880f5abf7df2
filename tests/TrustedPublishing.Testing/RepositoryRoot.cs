using System.Runtime.CompilerServices;

namespace TrustedPublishing.Testing;

/// <summary>The folder of this repository, whatever the working directory is.</summary>
public static class RepositoryRoot
{
    const string Landmark = "TrustedPublishing.slnx";

    /// <summary>The full path.</summary>
    public static string Path { get; } = Find();

    /// <summary>The full path of something inside it.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    // The source may have moved since it was compiled; the test program is below the root as well.
    static string Find([CallerFilePath] string sourceFile = "") =>
        Above(System.IO.Path.GetDirectoryName(sourceFile)) ?? Above(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException($"No folder with {Landmark} above {sourceFile} or {AppContext.BaseDirectory}.");

    static string? Above(string? directory)
    {
        while (!string.IsNullOrEmpty(directory) && !File.Exists(System.IO.Path.Combine(directory, Landmark)))
        {
            directory = System.IO.Path.GetDirectoryName(directory);
        }

        return string.IsNullOrEmpty(directory) ? null : directory;
    }
}
