using System.Globalization;

namespace TrustedPublishing.Testing.Jobs;

/// <summary>
/// Reads the output of a step as GitHub's runner does (actions/runner, <c>src/Runner.Common/ActionCommand.cs</c> and
/// <c>src/Runner.Worker/ActionCommandManager.cs</c>), but treats any name as a command name.
/// </summary>
public sealed class RunnerLog
{
    private readonly List<(string Command, string Data)> obeyed = [];
    private readonly List<string> lines = [];

    /// <param name="output">The whole output.</param>
    public RunnerLog(string output)
    {
        string? stopped = null;
        foreach (var line in output.Split('\n'))
        {
            if (Parse(line.TrimEnd('\r')) is not { } command || (stopped is not null && !command.Name.Equals(stopped, StringComparison.OrdinalIgnoreCase)))
            {
                lines.Add(line);
                continue;
            }

            obeyed.Add(stopped is null ? command : ("resume", command.Data));
            stopped = stopped is null && command.Name.Equals("stop-commands", StringComparison.OrdinalIgnoreCase) ? command.Data : null;
        }

        EndsStopped = stopped is not null;
    }

    /// <summary>The commands that took effect, in order; the end of a stop is named <c>resume</c>.</summary>
    public IReadOnlyList<(string Command, string Data)> Obeyed => obeyed;

    /// <summary>The lines that were not commands.</summary>
    public string Shown => string.Join('\n', lines);

    /// <summary>Whether command processing is stopped at the end.</summary>
    public bool EndsStopped { get; }

    /// <summary>The values that the runner replaces in the log.</summary>
    public IEnumerable<string> Masks => obeyed.Where(command => command.Command == "add-mask").Select(command => command.Data);

    private static (string Name, string Data)? Parse(string line)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo; // the runner's comparison is culture-sensitive and ignores invisible characters
        var message = line.TrimStart();
        if (compare.IsPrefix(message, "::") && message.IndexOf("::", 2, StringComparison.Ordinal) is > 0 and var end)
        {
            return (message[2..end].Split(' ')[0], Unescape(message[(end + 2)..]));
        }

        var start = compare.IndexOf(line, "##[");
        return start >= 0 && line.IndexOf(']', start) is > 0 and var bracket ? (line[(start + 3)..bracket].Split(' ')[0], Unescape(line[(bracket + 1)..])) : null;
    }

    private static string Unescape(string data) => data.Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
