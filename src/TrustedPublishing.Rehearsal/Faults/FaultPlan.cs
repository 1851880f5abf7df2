using System.IO.Enumeration;

namespace TrustedPublishing.Rehearsal.Faults;

/// <summary>Counts attempts and selects the faults for each request.</summary>
internal sealed class FaultPlan(RehearsalFaults faults)
{
    private readonly Lock gate = new();
    private readonly Dictionary<RehearsalRoute, int> byRoute = [];
    private readonly Dictionary<(RehearsalRoute Route, string File), int> byFile = [];

    /// <summary>Counts a request for the route; returns the faults to apply before its body is read.</summary>
    public (int Attempt, IReadOnlyList<RehearsalFault> Early) Arrive(RehearsalRoute route)
    {
        lock (gate)
        {
            var attempt = byRoute[route] = byRoute.GetValueOrDefault(route) + 1;
            return (attempt, [.. faults.Faults.Where(fault => fault.Early && fault.Chooses(route, attempt))]);
        }
    }

    /// <summary>The faults for a request once its file name, if any, is known.</summary>
    public IReadOnlyList<RehearsalFault> FaultsFor(RehearsalRoute route, int attempt, string? file)
    {
        lock (gate)
        {
            var attemptOfFile = file is null ? 0 : byFile[(route, file)] = byFile.GetValueOrDefault((route, file)) + 1;
            return [.. faults.Faults.Where(fault => !fault.Early && Suffers(fault, route, attempt, file, attemptOfFile))];
        }
    }

    private static bool Suffers(RehearsalFault fault, RehearsalRoute route, int attempt, string? file, int attemptOfFile) =>
        fault.File is null
            ? fault.Chooses(route, attempt)
            : file is not null && FileSystemName.MatchesSimpleExpression(fault.File, file, ignoreCase: false) && fault.Chooses(route, attemptOfFile);
}
