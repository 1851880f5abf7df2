using Nuke.Common.CI;
using Nuke.Common.IO;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Execution;

/// <summary>Writes <c>.nuke/temp/build.log</c> and one file per run with the time in its name, of which six are kept.</summary>
internal sealed class LogFileSink : ILogEventSink, IDisposable
{
    public const int TargetWidth = 20;

    private const int KeptBeforeThis = 5;
    private const string Line = "{Level:u1} | {ExecutingTarget,-20} | {Message:l}{NewLine}{Exception}";

    private readonly MessageTemplateTextFormatter _formatter;
    private readonly StreamWriter _writer;
    private readonly Lock _lock = new();

    // Kept open while the build runs, so that a second build of the same root cannot start; flushed with each event, so that nothing is lost however
    // the process ends.
    private LogFileSink(AbsolutePath file, string template)
        => (_formatter, _writer) = (new(template), new(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true });

    public static void AddTo(LoggerConfiguration configuration)
    {
        if (BuildServerConfigurationGeneration.IsActive)
            return;

        var directory = NukeBuild.TemporaryDirectory;
        directory.GlobFiles("build.*.log").OrderByDescending(x => x.Name).Skip(KeptBeforeThis).DeleteFiles();
        var latest = directory / "build.log";
        if (latest.FileExists())
        {
            using var leftover = File.OpenWrite(latest); // fails while another build of this root is running
            leftover.SetLength(0);
        }

        configuration
            .WriteTo.Sink(new LogFileSink(latest, "{Timestamp:HH:mm:ss.fff} | " + Line))
            .WriteTo.Sink(new LogFileSink(directory / $"build.{DateTime.Now:yyyy-MM-dd_HH-mm-ss}.log", Line));
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            _formatter.Format(logEvent, _writer);
        }
    }

    public void Dispose() => _writer.Dispose();
}
