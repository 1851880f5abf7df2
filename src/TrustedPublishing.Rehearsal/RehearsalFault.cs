namespace TrustedPublishing.Rehearsal;

/// <summary>
/// A fault: the requests that it affects, and what happens to them. Several members may be combined; if several faults match a request, all of
/// them apply.
/// </summary>
internal sealed record RehearsalFault
{
    /// <summary>The route.</summary>
    public required RehearsalRoute Route { get; init; }

    /// <summary>
    /// Selects uploads and downloads by file name, with <c>*</c> and <c>?</c>. Attempts are then counted per file, otherwise per route.
    /// Default: any.
    /// </summary>
    public string? File { get; init; }

    /// <summary>The first attempt affected, starting at 1. Default: 1.</summary>
    public int FirstAttempt { get; init; } = 1;

    /// <summary>The last attempt affected. Default: no limit.</summary>
    public int LastAttempt { get; init; } = int.MaxValue;

    /// <summary>Responds with this status instead of processing the request. Default: no.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>Retry-After</c> of <see cref="Status"/>. Default: none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether <see cref="Status"/> is sent before the body is read, as by an edge server. Default: false.</summary>
    public bool Early { get; init; }

    /// <summary>Waits this long, by the index's clock, before anything else. Default: no delay.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Cuts the connection instead of responding. Default: no.</summary>
    public RehearsalCut? Cut { get; init; }

    /// <summary>Announces the full length of the response, sends this many bytes and cuts the connection. Default: no.</summary>
    public int? TruncateAt { get; init; }

    /// <summary>Sends the response in eight chunks, each after this delay. Default: no delay.</summary>
    public TimeSpan SlowBy { get; init; }

    /// <summary>Responds with status 200 and unrelated JSON; the request still takes effect. Default: false.</summary>
    public bool Garbage { get; init; }

    /// <summary>Simple API: shows an old state of this age, as a cache does. Default: the current state.</summary>
    public TimeSpan Stale { get; init; }

    /// <summary>
    /// Identity: the token service rotates its signing key before it responds. Certificate and log: from then on, they sign with keys that
    /// nobody trusts. Default: false.
    /// </summary>
    public bool RotateKey { get; init; }

    internal bool Chooses(RehearsalRoute route, int attempt) => route == Route && attempt >= FirstAttempt && attempt <= LastAttempt;
}
