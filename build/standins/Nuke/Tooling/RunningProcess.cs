using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

internal sealed class RunningProcess : IProcess
{
    private readonly ConcurrentQueue<Output> _output = new();
    private readonly Process _process;
    private readonly int? _timeout;
    private readonly Action<OutputType, string> _logger;
    private readonly Func<string, string> _filter;

    public RunningProcess(Process process, int? timeout, Action<OutputType, string> logger, Func<string, string> filter)
    {
        (_process, _timeout, _logger, _filter) = (process, timeout, logger, filter);
        process.OutputDataReceived += (_, e) => Receive(OutputType.Std, e.Data);
        process.ErrorDataReceived += (_, e) => Receive(OutputType.Err, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _filter(_process.StartInfo.Arguments);

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    public void Kill() => _process.Kill();

    /// <returns>False if the time-out has passed; the process has then been killed.</returns>
    public bool WaitForExit()
    {
        var exited = _process.WaitForExit(_timeout ?? Timeout.Infinite);
        if (!exited)
            _process.Kill();
        return exited;
    }

    public void Dispose() => _process.Dispose();

    private void Receive(OutputType type, string text)
    {
        if (text == null)
            return;
        text = _filter(text);
        _output.Enqueue(new Output { Type = type, Text = text });
        _logger?.Invoke(type, text);
    }
}
