using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>A request that has arrived and has not taken effect.</summary>
internal sealed class PendingRequest(Func<IReadOnlyList<RehearsalFault>, Response> act) : IDisposable
{
    /// <summary>The name of the file that it is about; null for none.</summary>
    public string? FileName { get; init; }

    /// <summary>Frees what was received, whether it took effect or not.</summary>
    public Action? Release { get; init; }

    /// <summary>Lets it take effect.</summary>
    public Response Act(IReadOnlyList<RehearsalFault> faults) => act(faults);

    public void Dispose() => Release?.Invoke();

    public static Task<PendingRequest> Create(Func<Response> act) => Task.FromResult(new PendingRequest(_ => act()));
}
