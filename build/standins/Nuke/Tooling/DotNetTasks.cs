using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The dotnet command. Output that looks like a compiler warning or error is logged as one.</summary>
public static partial class DotNetTasks
{
    public static IReadOnlyCollection<Output> DotNet(ArgumentStringHandler arguments)
        => ProcessTasks.StartProcess("dotnet", arguments, logger: LogLine).AssertZeroExitCode().Output;

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
