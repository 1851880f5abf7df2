namespace TrustedPublishing.Rehearsal;

/// <summary>
/// One thing that goes wrong: which requests, and what happens to them. Several members may be combined; a request that several faults
/// choose suffers all of them.
/// </summary>
internal sealed record RehearsalFault
{
    /// <summary>The route.</summary>
    public required RehearsalRoute Route { get; init; }

    /// <summary>
    /// Chooses uploads and downloads by file name, with <c>*</c> and <c>?</c>. Attempts are then counted per file, otherwise per route.
    /// Default: any.
    /// </summary>
    public string? File { get; init; }

    /// <summary>The first attempt that suffers, from 1. Default: 1.</summary>
    public int FirstAttempt { get; init; } = 1;

    /// <summary>The last attempt that suffers. Default: no limit.</summary>
    public int LastAttempt { get; init; } = int.MaxValue;

    /// <summary>Answers with this status instead of doing anything. Default: no.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>Retry-After</c> of <see cref="Status"/>. Default: none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether <see cref="Status"/> is answered before the body is read, as an edge server does. Default: false.</summary>
    public bool Early { get; init; }

    /// <summary>Waits this long, by the index's clock, before anything else. Default: not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Cuts the connection instead of answering. Default: no.</summary>
    public RehearsalCut? Cut { get; init; }

    /// <summary>Announces the whole answer, sends this many bytes of it and cuts the connection. Default: no.</summary>
    public int? TruncateAt { get; init; }

    /// <summary>Sends the answer in eight pieces, each after this time. Default: at once.</summary>
    public TimeSpan SlowBy { get; init; }

    /// <summary>Answers 200 with JSON of another meaning; whatever the request asked for still takes effect. Default: false.</summary>
    public bool Garbage { get; init; }

    /// <summary>Simple API: shows the state of this long ago, as a cache does. Default: now.</summary>
    public TimeSpan Stale { get; init; }

    /// <summary>
    /// Identity: the token service changes its signing key before it answers. Certificate and log: from then on, they sign with keys that
    /// nobody trusts. Default: false.
    /// </summary>
    public bool RotateKey { get; init; }

    internal bool Chooses(RehearsalRoute route, int attempt) => route == Route && attempt >= FirstAttempt && attempt <= LastAttempt;
}
