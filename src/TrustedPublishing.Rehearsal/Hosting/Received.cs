using TrustedPublishing.Rehearsal.Answers;

namespace TrustedPublishing.Rehearsal.Hosting;

/// <summary>A request that has arrived and has not taken effect.</summary>
internal sealed class Received(Func<IReadOnlyList<RehearsalFault>, Answer> act) : IDisposable
{
    /// <summary>The name of the file that it is about; null for none.</summary>
    public string? FileName { get; init; }

    /// <summary>Frees what was received, whether it took effect or not.</summary>
    public Action? Release { get; init; }

    /// <summary>Lets it take effect.</summary>
    public Answer Act(IReadOnlyList<RehearsalFault> faults) => act(faults);

    public void Dispose() => Release?.Invoke();

    public static Task<Received> Of(Func<Answer> act) => Task.FromResult(new Received(_ => act()));
}
