using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

public partial class Host
{
    internal virtual ConsoleColors Colors => ConsoleColors.Default;

    protected internal virtual IDisposable WriteBlock(string text)
        => DelegateDisposable.CreateBracket(() =>
        {
            Debug();
            Debug($"╬{'═'.Repeat(text.Length + 5)}");
            foreach (var line in text.Split(Environment.NewLine))
                Debug($"║ {Colors.Information(line)}");
            Debug($"╬{'═'.Repeat(Math.Max(text.Length - 4, 2))}");
            Debug();
        });

    protected internal virtual void ReportWarning(string text, string details = null)
    {
    }

    protected internal virtual void ReportError(string text, string details = null)
    {
    }

    /// <summary>Whether the host handles a message, judging by its template, instead of the log.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    protected internal virtual void WriteErrorsAndWarnings()
    {
        var events = Logging.Remembered;
        if (events.Count == 0)
            return;

        using (WriteBlock("Errors & Warnings"))
        {
            Log.Logger = Logging.ForErrorsAndWarnings(this);
            foreach (var logEvent in events.Where(x => !x.MessageTemplate.Text.IsNullOrEmpty()))
                Log.Write(logEvent);
        }
    }

    internal static void Success(string text = null) => ConsoleColors.Current.WriteSuccess(text);

    internal static void Debug(string text = null) => ConsoleColors.Current.WriteDebug(text);

    internal static void Information(string text = null) => ConsoleColors.Current.WriteInformation(text);

    internal static void Warning(string text = null) => ConsoleColors.Current.WriteWarning(text);

    internal static void Error(string text = null) => ConsoleColors.Current.WriteError(text);
}
