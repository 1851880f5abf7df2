using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using Serilog.Events;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

#pragma warning disable RS0030 // The log is banned elsewhere: all lines are written here.

/// <summary>NUKE's log.</summary>
internal sealed class NukeOutput : IBuildOutput
{
    public bool ObeysCommands => GitHubActions.Instance is not null;

    public void Write(LogLevel level, string text) => Log.Write(
        level switch
        {
            LogLevel.Verbose => LogEventLevel.Verbose,
            LogLevel.Information => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        },
        "{Text:l}",
        text);

    public void WriteCommand(string command, string value) => GitHubActions.Instance?.WriteCommand(command, value);

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "Only NUKE builds load this assembly, and NUKE calls components and attributes at no common first point.")]
    internal static void Connect() => BuildLog.Connect(new NukeOutput());
}
