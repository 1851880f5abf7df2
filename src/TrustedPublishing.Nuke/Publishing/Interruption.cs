using System.Runtime.InteropServices;

namespace TrustedPublishing.Nuke.Publishing;

/// <summary>
/// Ctrl+C and termination while something runs. The first one asks for an orderly end: no new file is started, those being sent are
/// finished. The second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <param name="announce">Tells the user that the first one was understood.</param>
    public Interruption(Action announce) =>
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context => Handle(context, announce)))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Handle(PosixSignalContext context, Action announce)
    {
        if (source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        announce();
        source.Cancel();
    }
}
