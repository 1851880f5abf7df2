using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

public static class ToolPathResolver
{
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable);
        if (path != null)
            Assert.FileExists(path, $"Path '{path}' from environment variable '{environmentExecutable}' does not exist");
        return path;
    }

    public static string GetPathExecutable(string pathExecutable)
    {
        if (File.Exists(pathExecutable))
            return Path.GetFullPath(pathExecutable);

        var extensions = EnvironmentInfo.IsWin && !Path.HasExtension(pathExecutable) ? new[] { ".exe", ".cmd", ".bat" } : [""];
        return EnvironmentInfo.GetVariable("PATH")
            .NotNullOrEmpty("PATH variable not available")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(directory => extensions.Select(x => Path.Combine(directory, pathExecutable + x)))
            .FirstOrDefault(IsExecutable)
            .NotNull($"Could not find '{pathExecutable}' on the PATH.");
    }

    private static bool IsExecutable(string path)
        => File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0);
}
