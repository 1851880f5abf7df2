using Microsoft.Extensions.Hosting;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>Leaves signals to the process that embeds the index, and writes nothing to the console.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
