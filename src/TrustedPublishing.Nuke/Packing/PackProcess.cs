using Nuke.Common;
using Nuke.Common.Tooling;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Runs a program that builds something to pack. It gets none of the job's credentials, and what it prints is in the log.</summary>
internal static class PackProcess
{
    private const int ShownLines = 20;

    private static readonly string[] Credentials = ["PYPITOKEN", "PYPIPASSWORD", "DOCTORGITHUBTOKEN"];

    /// <summary>Runs it and returns what it wrote to its standard output.</summary>
    /// <param name="purpose">What it is run for, as the beginning of the message when it fails.</param>
    /// <param name="program">A path.</param>
    /// <param name="arguments">Each is handed over as it is.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="isQuiet">Whether nothing of it is logged.</param>
    /// <exception cref="Failure">It ended with another exit code than 0.</exception>
    public static string Run(string purpose, string program, IReadOnlyList<string> arguments, string directory, bool isQuiet = false)
    {
        using var process = ProcessTasks.StartProcess(
            program, string.Join(' ', arguments.Select(Quoted)), directory, Variables(), logInvocation: !isQuiet, logOutput: !isQuiet, logger: (_, line) => BuildLog.Verbose(line));
        process.AssertWaitForExit();
        if (process.ExitCode == 0)
        {
            return string.Join('\n', process.Output.Where(line => line.Type == OutputType.Std).Select(line => line.Text));
        }

        var last = process.Output.Select(line => line.Text).Where(line => line.Length > 0).TakeLast(ShownLines);
        throw new Failure(
            $"{purpose} failed: {Path.GetFileName(program)} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}. It said:\n{string.Join('\n', last)}");
    }

    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program, $"{program}.exe", $"{program}.cmd", $"{program}.bat"] : [program];
        return (EnvironmentInfo.GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static Dictionary<string, string> Variables() =>
        EnvironmentInfo.Variables.Where(variable => !IsCredential(variable.Key)).ToDictionary(variable => variable.Key, variable => variable.Value);

    private static bool IsCredential(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Contains("IDTOKEN", StringComparison.Ordinal) || Credentials.Any(credential => letters == credential || letters == "NUKE" + credential);
    }

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.AsSpan().IndexOfAny(" \t\"") < 0 ? argument : $"\"{argument.Replace("\\\"", "\\\\\"", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
