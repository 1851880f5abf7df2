using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common
{
    public enum Verbosity
    {
        Verbose,
        Normal,
        Minimal,
        Quiet,
    }
}

namespace Nuke.Common.Execution
{
    /// <summary>
    /// Configures the static <see cref="Log"/>: it writes to the console at the chosen verbosity and, on local builds, to a file; warnings and errors
    /// also go to the host, and are remembered for the end of the build.
    /// </summary>
    internal static class Logging
    {
        private static readonly LogEventLevel[] Levels = [LogEventLevel.Verbose, LogEventLevel.Debug, LogEventLevel.Warning, LogEventLevel.Error];
        private static readonly LoggingLevelSwitch LevelSwitch = new();
        private static readonly RememberingSink Memory = new();

        public static IReadOnlyCollection<LogEvent> Remembered => Memory.Events;

        public static Verbosity Verbosity
        {
            get => (Verbosity)Array.IndexOf(Levels, LevelSwitch.MinimumLevel);
            set => LevelSwitch.MinimumLevel = Levels[(int)value];
        }

        public static IDisposable SetTarget(string name)
        {
            TargetEnricher.Name = name[..Math.Min(name.Length, LogFileSink.TargetWidth)];
            return new Bracket(() => TargetEnricher.Name = "");
        }

        public static void Configure()
        {
            var host = NukeBuild.Host;
            var configuration = new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .Enrich.With<TargetEnricher>()
                .Filter.ByExcluding(x => host.FilterMessage(x.MessageTemplate.Text))
                .WriteTo.Sink(new HostSink(host), LogEventLevel.Warning)
                .WriteTo.Console(
                    outputTemplate: "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l}{NewLine}{Exception}",
                    theme: host.Colors.Theme,
                    applyThemeToRedirectedOutput: true,
                    levelSwitch: LevelSwitch)
                .WriteTo.Sink(Memory, LogEventLevel.Warning);
            if (!NukeBuild.IsServerBuild && !Generation.IsRequested)
                configuration.WriteTo.Sink(new LogFileSink());
            Log.Logger = configuration.CreateLogger();
        }

        public static Logger ForErrorsAndWarnings(Host host)
            => new LoggerConfiguration()
                .WriteTo.Console(
                    outputTemplate: "[{Level:u3}] {ExecutingTarget}: {Message:l}{NewLine}", theme: host.Colors.Theme, applyThemeToRedirectedOutput: true)
                .CreateLogger();

        private sealed class TargetEnricher : ILogEventEnricher
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
                    host.ReportWarning(logEvent.RenderMessage());
                else
                    host.ReportError(logEvent.RenderMessage());
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
}
