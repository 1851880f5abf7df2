using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TrustedPublishing.Nuke.Publishing;

#pragma warning disable RS0030 // The console is banned elsewhere; only its event is raised after NUKE's own handler of Ctrl+C.

/// <summary>
/// Handles Ctrl+C and termination. The first signal stops gracefully: no further file is started, and files that are being sent are completed. The
/// second one ends the process immediately. On Ctrl+C, NUKE marks the running target as aborted and writes its table and "Build failed", but the
/// target's code continues; its messages must therefore come after the table.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly Action<PosixSignal> announce;
    private readonly PosixSignalRegistration[] registrations;
    private int announced;

    /// <param name="announce">Tells the user that the first signal was received.</param>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Disposed with this.")]
    public Interruption(Action<PosixSignal> announce)
    {
        this.announce = announce;
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminate)];
        Console.CancelKeyPress += AnnounceCancel;
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= AnnounceCancel;
        Array.ForEach(registrations, registration => registration.Dispose());
        source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        if (!source.IsCancellationRequested)
        {
            context.Cancel = true;
            source.Cancel();
        }
    }

    private void Terminate(PosixSignalContext context)
    {
        Cancel(context);
        if (context.Cancel && Interlocked.Exchange(ref announced, 1) == 0)
        {
            announce(PosixSignal.SIGTERM);
        }
    }

    private void AnnounceCancel(object? sender, ConsoleCancelEventArgs arguments)
    {
        if (Interlocked.Exchange(ref announced, 1) == 0)
        {
            arguments.Cancel = true;
            source.Cancel();
            announce(PosixSignal.SIGINT);
        }
    }
}
