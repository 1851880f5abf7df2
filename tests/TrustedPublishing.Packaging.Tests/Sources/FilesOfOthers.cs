using System.Runtime.InteropServices;

namespace TrustedPublishing.Packaging.Tests.Sources;

/// <summary>Files that belong to someone else: the one who packs may not read them.</summary>
public sealed class FilesOfOthers : IDisposable
{
    private const int Nobody = 65534;

    private readonly PythonProject project = new(PythonProject.Hatchling);
    private readonly List<string> closed = [];

    public void Dispose()
    {
        closed.ForEach(path => Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        project.Dispose();
    }

    [Theory]
    [InlineData("src/greeter/secret.txt", "The file cannot be read: Access to the path")]
    [InlineData("tests/secret.txt", "The file cannot be read: Access to the path")]
    [InlineData("src/greeter/secret/x.txt", "The folder cannot be read.")]
    public void AreNamed(string path, string text)
    {
        project.Write(path, "");
        var name = path.EndsWith("x.txt", StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path;

        var complaint = Assert.Single(Without(name, () => project.Findings()));

        Assert.Equal(name, complaint.Key);
        Assert.StartsWith(text, complaint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pyproject.toml")]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    public void AreNamedWhereTheProjectNeedsThem(string name)
    {
        project.Write("pyproject.toml", PythonProject.Hatchling.Replace("version", "readme = \"README.md\"\nlicense-files = [\"LICENSE\"]\nversion", StringComparison.Ordinal));
        project.Write("README.md", "# Hello\n").Write("LICENSE", "MIT\n");
        Assert.Contains(Without(name, () => project.Findings()), complaint => $"{complaint}".Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Runs something that may not read a file or folder. Root may read all, so root's thread becomes nobody meanwhile.</summary>
    private T Without<T>(string name, Func<T> run)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        var everyone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Mode(Path.GetDirectoryName(project.Folder)!, everyone);
        closed.Add(Path.Combine(project.Folder, name));
        Mode(closed[0], UnixFileMode.None);
        if (Environment.UserName != "root")
        {
            return run();
        }

        Assert.SkipUnless(OperatingSystem.IsLinux(), "Root can read everything.");
        var before = SetFileSystemUser(Nobody);
        try
        {
            return run();
        }
        finally
        {
            _ = SetFileSystemUser(before);
        }
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    /// <summary>Whose rights this thread alone has to files.</summary>
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(int user);
}
