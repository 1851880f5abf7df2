using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Starts programs. Error output is logged as errors; environment variables that are given replace the whole environment.</summary>
public static class ProcessTasks
{
    public static bool DefaultLogOutput = true;
    public static bool DefaultLogInvocation = true;
    public static bool LogWorkingDirectory = true;
    public static string DefaultWorkingDirectory = EnvironmentInfo.WorkingDirectory;

    private static readonly Lock LogLock = new();

    public static IProcess StartShell(
        string command,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null)
    {
        var (shell, option) = EnvironmentInfo.IsWin ? ("cmd", "/c") : ("bash", "-c");
        return StartProcess(
            ToolPathResolver.GetPathExecutable(shell),
            $"{option} {command.DoubleQuote()}",
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            outputFilter);
    }

    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null)
        => StartProcess(
            toolPath,
            arguments.ToStringAndClear(),
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            arguments.GetFilter());

    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null)
    {
        (toolPath, arguments) = Resolve(toolPath.NotNull(), arguments ?? "");
        var startInfo = StartInfo(toolPath, arguments, workingDirectory ?? DefaultWorkingDirectory, environmentVariables);
        var filter = outputFilter ?? (x => x);
        if (logInvocation ?? DefaultLogInvocation)
            LogInvocation(startInfo, filter);

        var process = Process.Start(startInfo);
        return process == null
            ? null
            : new RunningProcess(process, timeout, (logOutput ?? DefaultLogOutput) ? logger ?? DefaultLogger : null, filter);
    }

    public static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Std)
            Log.Debug(output);
        else
            Log.Error(output);
    }

    // A name is looked up on the PATH; a .dll is run with dotnet, an .exe on Unix with mono.
    private static (string Tool, string Arguments) Resolve(string tool, string arguments)
    {
        if (!Path.IsPathRooted(tool) && !tool.Contains(Path.DirectorySeparatorChar))
            tool = ToolPathResolver.GetPathExecutable(tool);

        var runner = tool.EndsWithOrdinalIgnoreCase(".dll")
            ? ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable("dotnet")
            : tool.EndsWithOrdinalIgnoreCase(".exe") && EnvironmentInfo.IsUnix && !EnvironmentInfo.IsWsl
                ? ToolPathResolver.GetPathExecutable("mono")
                : null;
        return runner == null ? (tool, arguments) : (runner, $"{tool.DoubleQuoteIfNeeded()} {arguments}".TrimEnd());
    }

    private static ProcessStartInfo StartInfo(
        string tool, string arguments, string workingDirectory, IReadOnlyDictionary<string, string> environmentVariables)
    {
        Assert.FileExists(tool);
        Assert.DirectoryExists(workingDirectory);
        var startInfo = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables == null)
            return startInfo;

        startInfo.Environment.Clear();
        foreach (var (name, value) in environmentVariables)
            startInfo.Environment[name] = value;
        return startInfo;
    }

    private static void LogInvocation(ProcessStartInfo startInfo, Func<string, string> filter)
    {
        lock (LogLock)
        {
            Log.Information("> {ToolPath} {Arguments}", startInfo.FileName.DoubleQuoteIfNeeded(), filter(startInfo.Arguments));
            if (!LogWorkingDirectory)
                return;
            var level = startInfo.WorkingDirectory == DefaultWorkingDirectory ? LogEventLevel.Verbose : LogEventLevel.Information;
            Log.Write(level, "@ {WorkingDirectory}", startInfo.WorkingDirectory);
        }
    }
}
