namespace TrustedPublishing.Testing;

/// <summary>
/// A new folder below the system's folder for temporary files, deleted when disposed. Its name holds a space: a user's may, too.
/// </summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Creates the folder.</summary>
    public TemporaryDirectory() =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"trusted publishing {Guid.NewGuid():N}")).FullName;

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The full path of something inside it.</summary>
    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, and the folders it needs; gives its full path.</summary>
    public string Write(string relativePath, string text)
    {
        var path = Combine(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a script that its user may run, and returns its path.</summary>
    public string WriteProgram(string name, string content)
    {
        var path = Write(name, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>Deletes the folder with all that is in it.</summary>
    public void Dispose()
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        // git writes its objects read-only, and Windows refuses to delete such files; what a link leads to is not ours
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Where(file => file.Exists && file.IsReadOnly))
        {
            file.IsReadOnly = false;
        }

        Directory.Delete(Path, recursive: true);
    }
}
