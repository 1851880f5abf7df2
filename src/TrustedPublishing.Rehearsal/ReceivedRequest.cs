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

    /// <summary>The headers, in the order of their names; credentials are shown as their scheme only.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The file name of an upload whose form was received; null otherwise.</summary>
    public string? FileName { get; init; }

    /// <summary>When the answer was decided or the connection cut, by the index's clock.</summary>
    internal DateTimeOffset Ended { get; init; }

    /// <summary>The status that was answered; null when the connection was cut instead.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// What the answer said, for errors of the upload and exchange routes; null otherwise. Where PyPI's text leaves out what differs, it follows in
    /// parentheses: the digests that do not match, as supplied and as calculated.
    /// </summary>
    public string? Message { get; init; }
}
