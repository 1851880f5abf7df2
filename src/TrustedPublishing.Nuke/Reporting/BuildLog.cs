using Nuke.Common.CI.GitHubActions;
using Serilog;
using Serilog.Events;
using TrustedPublishing.Output;

namespace TrustedPublishing.Nuke.Reporting;

#pragma warning disable RS0030 // The log is banned elsewhere: all lines are written here.

/// <summary>
/// The build log and the only access to it. Every line is redacted and encoded here, so that no text from outside can be missed. On GitHub, the
/// runner's command processing is switched off, except while masks and annotations are written.
/// </summary>
internal static class BuildLog
{
    private static readonly Lock Gate = new();

    /// <summary>All secrets that this process has seen.</summary>
    public static SecretRedaction Secrets { get; } = new();

    public static void Verbose(string line) => Write(LogEventLevel.Verbose, Shown(line));

    public static void Information(string line) => Write(LogEventLevel.Information, Shown(line));

    public static void Warning(string line) => Write(LogEventLevel.Warning, Shown(line));

    public static void Error(string line) => Write(LogEventLevel.Error, Shown(line));

    /// <summary>Credentials that are worthless outside this machine and that the user asked to see: encoded, but not redacted.</summary>
    public static void Credential(string line) => Write(LogEventLevel.Information, LogLine.Encode(line));

    /// <summary>One entry with several lines, separated by line feeds.</summary>
    public static void ErrorLines(string text) => Write(LogEventLevel.Error, ShownLines(text));

    /// <summary>A line, redacted and encoded.</summary>
    public static string Shown(string line) => LogLine.Encode(Secrets.Redact(line));

    /// <summary>The same for several lines, separated by line feeds.</summary>
    public static string ShownLines(string text) => LogLine.EncodeAll(Secrets.Redact(text));

    /// <summary>
    /// Hides a secret in everything that GitHub shows from now on. Other CI systems have no such command; there, redaction hides it.
    /// </summary>
    public static void Mask(Secret secret)
    {
        lock (Gate)
        {
            Secrets.Add(secret);
            StoppedCommands.Resume();
            GitHubActions.Instance?.WriteCommand("add-mask", secret.Reveal());
        }
    }

    /// <summary>Resumes the runner's command processing for the output of other code.</summary>
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
                StoppedCommands.Resume(); // NUKE turns it into an annotation, which is a command
            }
            else
            {
                StoppedCommands.Stop();
            }

            Log.Write(level, "{Text:l}", text);
        }
    }
}
