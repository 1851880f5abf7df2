using System.Text;

namespace Nuke.Common.Tooling;

public interface IProcess
{
    internal string FileName { get; }
    internal string Arguments { get; }
    internal string WorkingDirectory { get; }
    IReadOnlyCollection<Output> Output { get; }
    int ExitCode { get; }
    internal void WaitForExit();
}

public struct Output
{
    internal OutputType Type;
    public string Text;
}

public enum OutputType
{
    Std,
    Err,
}

/// <summary>A program that can be called. Only its type is used.</summary>
public delegate IReadOnlyCollection<Output> Tool(ArgumentStringHandler arguments);

public delegate T Configure<T>(T options);

public static class ProcessExtensions
{
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        process.WaitForExit();
        return process;
    }

    public static IProcess AssertZeroExitCode(this IProcess process)
        => process.AssertWaitForExit().ExitCode == 0 ? process : throw new ProcessException(process);
}

/// <summary>A program exited with a code other than 0; the message repeats its error output or, without any, its whole output.</summary>
internal sealed class ProcessException(IProcess process) : Exception(MessageOf(process))
{
    private static string MessageOf(IProcess process)
    {
        var text = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"   > {process.FileName} {process.Arguments}")
            .AppendLine($"   @ {process.WorkingDirectory}");
        var errors = process.Output.Where(x => x.Type == OutputType.Err).ToList();
        text.AppendLine(errors.Count > 0 ? "Error output:" : "Standard output:");
        foreach (var line in errors.Count > 0 ? errors : process.Output)
            text.AppendLine($"   {line.Text}");
        return text.ToString();
    }
}
