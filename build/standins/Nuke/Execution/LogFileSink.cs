using Nuke.Common.CI;
using Nuke.Common.IO;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Execution;

/// <summary><c>.nuke/temp/build.log</c> and one file per start with the time in its name; six of those are kept.</summary>
internal sealed class LogFileSink(AbsolutePath file, string template) : ILogEventSink
{
    public const int TargetWidth = 20;

    private const int KeptBeforeThis = 5;
    private const string Line = "{Level:u1} | {ExecutingTarget,-20} | {Message:l}{NewLine}{Exception}";

    private readonly MessageTemplateTextFormatter _formatter = new(template);
    private readonly Lock _lock = new();

    public static void AddTo(LoggerConfiguration configuration)
    {
        if (BuildServerConfigurationGeneration.IsActive)
            return;

        var directory = NukeBuild.TemporaryDirectory;
        directory.GlobFiles("build.*.log").OrderByDescending(x => x.Name).Skip(KeptBeforeThis).DeleteFiles();
        var latest = directory / "build.log";
        latest.DeleteFile();
        configuration
            .WriteTo.Sink(new LogFileSink(latest, "{Timestamp:HH:mm:ss.fff} | " + Line))
            .WriteTo.Sink(new LogFileSink(directory / $"build.{DateTime.Now:yyyy-MM-dd_HH-mm-ss}.log", Line));
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            // Opened for each event, so that nothing is lost however the process ends.
            using var writer = new StreamWriter(file, append: true);
            _formatter.Format(logEvent, writer);
        }
    }
}
