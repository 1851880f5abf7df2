using System.Runtime.InteropServices;
using Serilog;

namespace TrustedPublishing.Nuke;

/// <summary>
/// Ctrl+C and termination while something runs. The first one asks for an orderly end: no new file is started, those being sent are
/// finished. The second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption(string announcement) =>
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context => Handle(context, announcement)))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Handle(PosixSignalContext context, string announcement)
    {
        if (source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        Log.Warning("{Announcement:l}", announcement);
        source.Cancel();
    }
}
