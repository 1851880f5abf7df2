using Microsoft.Extensions.Hosting;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Leaves signal handling to the host process and writes nothing to the console.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
