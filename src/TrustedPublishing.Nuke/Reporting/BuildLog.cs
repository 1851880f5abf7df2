using TrustedPublishing.Output;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>
/// The build log and the only access to it. Every line is redacted and encoded here, so that no text from outside can be missed. On GitHub, the
/// runner's command processing is switched off, except while masks and annotations are written.
/// </summary>
internal static class BuildLog
{
    private static readonly Lock Gate = new();
    private static IBuildOutput? output;

    /// <summary>All secrets that this process has seen.</summary>
    public static SecretRedaction Secrets { get; } = new();

    /// <summary>Decides where lines go. Before that, they are lost.</summary>
    public static void Connect(IBuildOutput host) => output = host;

    public static void Verbose(string line) => Write(LogLevel.Verbose, Shown(line));

    public static void Information(string line) => Write(LogLevel.Information, Shown(line));

    public static void Warning(string line) => Write(LogLevel.Warning, Shown(line));

    public static void Error(string line) => Write(LogLevel.Error, Shown(line));

    /// <summary>Credentials that are worthless outside this machine and that the user asked to see: encoded, but not redacted.</summary>
    public static void Credential(string line) => Write(LogLevel.Information, LogLine.Encode(line));

    /// <summary>One entry with several lines, separated by line feeds.</summary>
    public static void ErrorLines(string text) => Write(LogLevel.Error, ShownLines(text));

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
            StoppedCommands.Resume(output);
            output?.WriteCommand("add-mask", secret.Reveal());
        }
    }

    /// <summary>Resumes the runner's command processing for the output of other code.</summary>
    public static void End()
    {
        lock (Gate)
        {
            StoppedCommands.Resume(output);
        }
    }

    private static void Write(LogLevel level, string text)
    {
        lock (Gate)
        {
            if (level >= LogLevel.Warning)
            {
                StoppedCommands.Resume(output); // NUKE makes an annotation of it, which is a command
            }
            else
            {
                StoppedCommands.Stop(output);
            }

            output?.Write(level, text);
        }
    }
}
