using System.Diagnostics;

namespace TrustedPublishing.Testing;

/// <summary>The lines of a running process, in order of arrival.</summary>
sealed class Printed
{
    readonly Lock guard = new();
    readonly List<(bool IsError, string Line)> lines = [];

    public Printed(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(isError: false, line.Data);
        process.ErrorDataReceived += (_, line) => Add(isError: true, line.Data);
    }

    public string StandardOutput() => Text(line => !line.IsError);

    public string StandardError() => Text(line => line.IsError);

    public string All() => Text(_ => true);

    void Add(bool isError, string? line)
    {
        // null marks the end of a stream
        if (line is not null)
        {
            lock (guard)
            {
                lines.Add((isError, line));
            }
        }
    }

    string Text(Func<(bool IsError, string Line), bool> wanted)
    {
        lock (guard)
        {
            return string.Concat(lines.Where(wanted).Select(line => line.Line + "\n"));
        }
    }
}
