using Nuke.Common.CI.GitHubActions;
using Serilog;
using Serilog.Events;
using TrustedPublishing.Output;

namespace TrustedPublishing.Nuke.Reporting;

#pragma warning disable RS0030 // The log is banned elsewhere: this is the place where lines leave.

/// <summary>
/// The log of the build, and the only way into it: every line is stripped of secrets and encoded here, so that no text that comes from
/// elsewhere can be forgotten. On GitHub the runner obeys no command meanwhile; it listens again for masks and annotations only.
/// </summary>
internal static class BuildLog
{
    private static readonly Lock Gate = new();

    /// <summary>Every secret that this process has seen.</summary>
    public static SecretRedaction Secrets { get; } = new();

    public static void Verbose(string line) => Write(LogEventLevel.Verbose, Shown(line));

    public static void Information(string line) => Write(LogEventLevel.Information, Shown(line));

    public static void Warning(string line) => Write(LogEventLevel.Warning, Shown(line));

    public static void Error(string line) => Write(LogEventLevel.Error, Shown(line));

    /// <summary>Credentials that are worth nothing but on this machine, and that somebody asked to see: encoded, not redacted.</summary>
    public static void Credential(string line) => Write(LogEventLevel.Information, LogLine.Encode(line));

    /// <summary>One entry of several lines, separated by line feeds.</summary>
    public static void ErrorLines(string text) => Write(LogEventLevel.Error, ShownLines(text));

    /// <summary>A line as it may leave the process.</summary>
    public static string Shown(string line) => LogLine.Encode(Secrets.Redact(line));

    /// <summary>The same for several lines, separated by line feeds.</summary>
    public static string ShownLines(string text) => LogLine.EncodeAll(Secrets.Redact(text));

    /// <summary>Hides a secret in everything that GitHub shows from now on. Other CI systems have no such command; there the redaction does it.</summary>
    public static void Mask(Secret secret)
    {
        lock (Gate)
        {
            Secrets.Add(secret);
            StoppedCommands.Resume();
            GitHubActions.Instance?.WriteCommand("add-mask", secret.Reveal());
        }
    }

    /// <summary>The output of others follows, which the runner's commands are for.</summary>
    public static void End()
    {
        lock (Gate)
        {
            StoppedCommands.Resume();
        }
    }

    private static void Write(LogEventLevel level, string text)
    {
        lock (Gate)
        {
            if (level >= LogEventLevel.Warning)
            {
                StoppedCommands.Resume(); // NUKE makes an annotation of it, which is a command
            }
            else
            {
                StoppedCommands.Stop();
            }

            Log.Write(level, "{Text:l}", text);
        }
    }
}
