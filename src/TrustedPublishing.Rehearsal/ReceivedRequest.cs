namespace TrustedPublishing.Rehearsal;

/// <summary>A request to the index and its result.</summary>
public sealed record ReceivedRequest
{
    /// <summary>When it arrived, by the index's clock.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query.</summary>
    public required string Path { get; init; }

    /// <summary>The headers, sorted by name; of credentials only the scheme is shown.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The file name of an upload whose form was received; otherwise null.</summary>
    public string? FileName { get; init; }

    /// <summary>When the response was decided or the connection cut, by the index's clock.</summary>
    internal DateTimeOffset Ended { get; init; }

    /// <summary>The status of the response; null if the connection was cut instead.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// The message of the response for errors of the upload and exchange routes; otherwise null. If PyPI's text omits what differs, it follows in
    /// parentheses: the digests that do not match, as supplied and as calculated.
    /// </summary>
    public string? Message { get; init; }
}
