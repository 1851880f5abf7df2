using TrustedPublishing.Rehearsal.Faults;

namespace TrustedPublishing.Rehearsal;

/// <summary>
/// What goes wrong on the index, and when: a script (<see cref="Parse"/>, option <c>--rehearsal-faults</c>) with one fault per line:
/// <code>
/// # ROUTE [GLOB] [N | N..M | N..] ACTION…
/// identity 1 delay 40s                  the first request waits; then it is answered
/// mint 1..2 status 503 retry-after 2s   two answers of 503, then as usual
/// mint 1 garbage                        200 with JSON that means nothing
/// upload 1 status 429 early             answered before the body is read
/// upload *.whl 1 cut after              of each wheel, the first attempt is stored and the answer lost
/// upload 3 cut before                   the third upload is received and lost
/// simple stale 30s                      pages show the state of 30 seconds ago
/// simple 1 truncate 20                  20 bytes of the answer, then the connection ends
/// file slow 1s                          the answer in eight pieces, a second before each
/// identity 2 rotate-key                 the token service changes its key before the second token
/// log 1 rotate-key                      the transparency log signs with a key that nobody trusts
/// token-life 60s                        API tokens live a minute
/// clock-skew -90s                       the token service's clock is behind the index's
/// </code>
/// Routes: identity, audience, mint, upload, simple, file, burn, certificate, log, provenance. Without numbers every attempt suffers; with a glob, attempts are counted
/// per file. Times are in seconds (<c>s</c>), minutes (<c>m</c>) or milliseconds (<c>ms</c>). A <c>#</c> begins a comment.
/// </summary>
public sealed record RehearsalFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static RehearsalFaults None { get; } = new();

    /// <summary>The faults. Default: none.</summary>
    internal IReadOnlyList<RehearsalFault> Faults { get; init; } = [];

    /// <summary>How long an API token lives; null: as <see cref="RehearsalOptions.TokenLife"/> says.</summary>
    public TimeSpan? TokenLife { get; init; }

    /// <summary>How far the clock of the token service is ahead of the index's. Default: not at all.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Reads a script.</summary>
    /// <exception cref="FormatException">Lines that cannot be understood; the message names every one of them and what is wrong.</exception>
    public static RehearsalFaults Parse(string script) => FaultScript.Parse(script);
}
