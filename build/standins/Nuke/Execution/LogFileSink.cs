using Nuke.Common.IO;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Execution;

/// <summary>
/// Writes <c>.nuke/temp/build.log</c>. The file stays open while the build runs, so that a second build of the same root cannot start; it is flushed
/// after each event, so that nothing is lost if the process is killed.
/// </summary>
internal sealed class LogFileSink : ILogEventSink, IDisposable
{
    public const int TargetWidth = 20;

    private readonly MessageTemplateTextFormatter _formatter
        = new("{Timestamp:HH:mm:ss.fff} | {Level:u1} | {ExecutingTarget,-20} | {Message:l}{NewLine}{Exception}");

    private readonly StreamWriter _writer = Open();
    private readonly Lock _lock = new();

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
            _formatter.Format(logEvent, _writer);
    }

    public void Dispose() => _writer.Dispose();

    private static StreamWriter Open()
    {
        var file = NukeBuild.TemporaryDirectory / "build.log";
        File.OpenWrite(file).Dispose(); // fails while another build of this root runs
        return new(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }
}
