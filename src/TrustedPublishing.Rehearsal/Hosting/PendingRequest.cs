using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>A request that has been received but has not taken effect yet.</summary>
internal sealed class PendingRequest(Func<IReadOnlyList<RehearsalFault>, Response> act) : IDisposable
{
    /// <summary>The name of the file concerned; null if there is none.</summary>
    public string? FileName { get; init; }

    /// <summary>Releases what was received, whether or not it took effect.</summary>
    public Action? Release { get; init; }

    /// <summary>Performs the request.</summary>
    public Response Act(IReadOnlyList<RehearsalFault> faults) => act(faults);

    public void Dispose() => Release?.Invoke();

    public static Task<PendingRequest> Create(Func<Response> act) => Task.FromResult(new PendingRequest(_ => act()));
}
