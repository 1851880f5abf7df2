using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Starts programs. Error output is logged as errors; environment variables that are given replace the whole environment.</summary>
public static class ProcessTasks
{
    private static readonly string DefaultWorkingDirectory = EnvironmentInfo.WorkingDirectory;

    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null)
        => Start(
            toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, logOutput, logInvocation, logger, arguments.GetFilter());

    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null)
        => Start(toolPath, arguments ?? "", workingDirectory, environmentVariables, logOutput, logInvocation, logger, x => x);

    private static RunningProcess Start(
        string toolPath,
        string arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environmentVariables,
        bool? logOutput,
        bool? logInvocation,
        Action<OutputType, string> logger,
        Func<string, string> filter)
    {
        var startInfo = new ProcessStartInfo(toolPath, arguments)
        {
            WorkingDirectory = workingDirectory ?? DefaultWorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables != null)
        {
            startInfo.Environment.Clear();
            foreach (var (name, value) in environmentVariables)
                startInfo.Environment[name] = value;
        }

        if (logInvocation ?? true)
        {
            Log.Information("> {ToolPath} {Arguments}", toolPath, filter(arguments));
            var level = startInfo.WorkingDirectory == DefaultWorkingDirectory ? LogEventLevel.Verbose : LogEventLevel.Information;
            Log.Write(level, "@ {WorkingDirectory}", startInfo.WorkingDirectory);
        }

        return new RunningProcess(Process.Start(startInfo), (logOutput ?? true) ? logger ?? DefaultLogger : null, filter);
    }

    private static void DefaultLogger(OutputType type, string output) => Log.Write(type == OutputType.Std ? LogEventLevel.Debug : LogEventLevel.Error, output);

    private sealed class RunningProcess : IProcess
    {
        private readonly ConcurrentQueue<Output> _output = new();
        private readonly Process _process;
        private readonly Func<string, string> _filter;

        public RunningProcess(Process process, Action<OutputType, string> logger, Func<string, string> filter)
        {
            (_process, _filter) = (process, filter);
            process.OutputDataReceived += (_, e) => Receive(OutputType.Std, e.Data);
            process.ErrorDataReceived += (_, e) => Receive(OutputType.Err, e.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();

            void Receive(OutputType type, string text)
            {
                if (text == null)
                    return;
                text = filter(text);
                _output.Enqueue(new Output { Type = type, Text = text });
                logger?.Invoke(type, text);
            }
        }

        string IProcess.FileName => _process.StartInfo.FileName;

        string IProcess.Arguments => _filter(_process.StartInfo.Arguments);

        string IProcess.WorkingDirectory => _process.StartInfo.WorkingDirectory;

        public IReadOnlyCollection<Output> Output => _output;

        public int ExitCode => _process.ExitCode;

        void IProcess.WaitForExit() => _process.WaitForExit();
    }
}
