using Nuke.Common.CI;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// Configures the static <see cref="Log"/>: messages go to the console at the chosen verbosity, to files on local builds, warnings and errors also to
/// the host, and are remembered for the end of the build.
/// </summary>
public static class Logging
{
    public static readonly LoggingLevelSwitch LevelSwitch = new();

    private const string Plain = "[{Level:u3}] {Message:l}{NewLine}{Exception}";
    private const string Timestamped = "{Timestamp:HH:mm:ss} " + Plain;
    private const string WithTarget = "[{Level:u3}] {ExecutingTarget}: {Message:l}{NewLine}";

    private static readonly RememberingSink Memory = new();

    internal static IReadOnlyCollection<LogEvent> Remembered => Memory.Events;

    internal static Verbosity Verbosity
    {
        get => LevelSwitch.MinimumLevel switch
        {
            LogEventLevel.Verbose => Verbosity.Verbose,
            LogEventLevel.Debug => Verbosity.Normal,
            LogEventLevel.Warning => Verbosity.Minimal,
            LogEventLevel.Error => Verbosity.Quiet,
            _ => throw new ArgumentOutOfRangeException(nameof(LevelSwitch), LevelSwitch.MinimumLevel, message: null),
        };
        set => LevelSwitch.MinimumLevel = value switch
        {
            Verbosity.Verbose => LogEventLevel.Verbose,
            Verbosity.Normal => LogEventLevel.Debug,
            Verbosity.Minimal => LogEventLevel.Warning,
            Verbosity.Quiet => LogEventLevel.Error,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, message: null),
        };
    }

    public static IDisposable SetTarget(string name)
        => DelegateDisposable.SetAndRestore(() => TargetEnricher.Name, name[..Math.Min(name.Length, LogFileSink.TargetWidth)]);

    internal static void Configure(NukeBuild build)
    {
        var host = NukeBuild.Host;
        var template = ((INukeBuild)build).IsOutputEnabled(DefaultOutput.Timestamps) ? Timestamped : Plain;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.With<TargetEnricher>()
            .Filter.ByExcluding(x => host.FilterMessage(x.MessageTemplate.Text))
            .WriteTo.Sink(new HostSink(host), LogEventLevel.Warning)
            .WriteTo.Console(outputTemplate: template, theme: host.Colors.Theme, applyThemeToRedirectedOutput: true, levelSwitch: LevelSwitch)
            .WriteTo.Sink(Memory, LogEventLevel.Warning);
        if (host is not IBuildServer)
            LogFileSink.AddTo(configuration);
        Log.Logger = configuration.CreateLogger();
    }

    internal static Logger ForErrorsAndWarnings(Host host)
        => new LoggerConfiguration()
            .WriteTo.Console(outputTemplate: WithTarget, theme: host.Colors.Theme, applyThemeToRedirectedOutput: true)
            .CreateLogger();

    internal sealed class TargetEnricher : ILogEventEnricher
    {
        public static string Name = "";

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
            => logEvent.AddOrUpdateProperty(new LogEventProperty("ExecutingTarget", new ScalarValue(Name)));
    }

    private sealed class HostSink(Host host) : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Level == LogEventLevel.Warning)
                host.ReportWarning(logEvent.RenderMessage(), logEvent.Exception?.ToString());
            else if (logEvent.Level > LogEventLevel.Warning)
                host.ReportError(logEvent.RenderMessage(), logEvent.Exception?.ToString());
        }
    }

    private sealed class RememberingSink : ILogEventSink
    {
        public List<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            lock (Events)
                Events.Add(logEvent);
        }
    }
}
