using TrustedPublishing.Rehearsal.Faults;

namespace TrustedPublishing.Rehearsal;

/// <summary>
/// Faults of the index: a script (<see cref="Parse"/>, option <c>--rehearsal-faults</c>) with one fault per line:
/// <code>
/// # ROUTE [GLOB] [N | N..M | N..] ACTION…
/// identity 1 delay 40s                  the first request is delayed, then answered
/// mint 1..2 status 503 retry-after 2s   two responses with 503, then as usual
/// mint 1 garbage                        status 200 with unrelated JSON
/// upload 1 status 429 early             the response precedes the body
/// upload *.whl 1 cut after              the first attempt of each wheel is stored, the response is lost
/// upload 3 cut before                   the third upload is received and lost
/// simple stale 30s                      pages show the state of 30 seconds ago
/// simple 1 truncate 20                  20 bytes of the response, then the connection is cut
/// file slow 1s                          the response in eight chunks, a second before each
/// identity 2 rotate-key                 the token service rotates its key before the second token
/// log 1 rotate-key                      the transparency log signs with a key that nobody trusts
/// token-life 60s                        API tokens are valid for a minute
/// clock-skew -90s                       the token service's clock is behind the index's
/// </code>
/// Routes: identity, audience, mint, upload, simple, file, burn, certificate, log, provenance. Without numbers, every attempt is affected; with a
/// glob, attempts are counted per file. Times are in seconds (<c>s</c>), minutes (<c>m</c>) or milliseconds (<c>ms</c>). A <c>#</c> starts a
/// comment.
/// </summary>
public sealed record RehearsalFaults
{
    /// <summary>No faults.</summary>
    public static RehearsalFaults None { get; } = new();

    /// <summary>The faults. Default: none.</summary>
    internal IReadOnlyList<RehearsalFault> Faults { get; init; } = [];

    /// <summary>The lifetime of API tokens; null: as in <see cref="RehearsalOptions.TokenLife"/>.</summary>
    public TimeSpan? TokenLife { get; init; }

    /// <summary>How far the clock of the token service is ahead of the index's. Default: zero.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Parses a script.</summary>
    /// <exception cref="FormatException">Lines cannot be parsed; the message lists all of them with their problems.</exception>
    public static RehearsalFaults Parse(string script) => FaultScript.Parse(script);
}
