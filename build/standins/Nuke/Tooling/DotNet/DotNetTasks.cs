using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The dotnet command. Output that looks like a compiler warning or error is logged as one.</summary>
public partial class DotNetTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "dotnet";

    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null)
    {
        var path = ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable(PathExecutable);
        using var process = ProcessTasks.StartProcess(
            path, arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger ?? LogLine);
        process.AssertWaitForExit();
        (exitHandler ?? (x => x.AssertZeroExitCode()))(process);
        return process.Output;
    }

    private static void LogLine(OutputType type, string text)
    {
        if (Warning().IsMatch(text))
            Log.Warning(text);
        else if (type == OutputType.Err || Error().IsMatch(text))
            Log.Error(text);
        else
            Log.Debug(text);
    }

    [GeneratedRegex(@": warning \w{2,5}\d{1,5}:", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();

    [GeneratedRegex(@": error \w{2,5}\d{1,5}:", RegexOptions.IgnoreCase)]
    private static partial Regex Error();
}
