using Xunit;

namespace TrustedPublishing.Testing;

/// <summary>Programs that a test is checked against, and that a machine need not have.</summary>
public static class Peers
{
    /// <summary>The full path of <paramref name="program"/> on PATH. Without it the running test is reported as skipped, with the reason.</summary>
    public static string Find(string program)
    {
        var path = TryFind(program);
        Assert.SkipWhen(path is null, $"'{program}' is not on PATH: install it to run this test.");
        return path!;
    }

    /// <summary>The full path of <paramref name="program"/> on PATH, or <see langword="null"/>.</summary>
    public static string? TryFind(string program) => (
        from directory in Split("PATH", Path.PathSeparator)
        from extension in OperatingSystem.IsWindows() ? Split("PATHEXT", ';') : [""]
        let candidate = Path.Combine(directory, program + extension)
        where IsProgram(candidate)
        select candidate).FirstOrDefault();

    static string[] Split(string variable, char separator) =>
        Environment.GetEnvironmentVariable(variable)?.Split(separator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    static bool IsProgram(string path) => File.Exists(path) && (OperatingSystem.IsWindows() ||
        (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
