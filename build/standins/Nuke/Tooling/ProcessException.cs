using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>A program exited with a code other than 0; the message repeats its error output.</summary>
public class ProcessException(IProcess process) : Exception(Text(process))
{
    private const string Indentation = "   ";

    public int ExitCode { get; } = process.ExitCode;

    private static string Text(IProcess process)
    {
        var text = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"{Indentation}> {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}")
            .AppendLine($"{Indentation}@ {process.WorkingDirectory}");
        var errors = process.Output.Where(x => x.Type == OutputType.Err).ToList();
        if (errors.Count > 0)
            Append("Error output:", errors);
        else if (Log.IsEnabled(LogEventLevel.Verbose))
            Append("Standard output:", process.Output);
        return text.ToString();

        void Append(string title, IEnumerable<Output> lines)
        {
            text.AppendLine(title);
            foreach (var line in lines)
                text.AppendLine(Indentation + line.Text);
        }
    }
}
