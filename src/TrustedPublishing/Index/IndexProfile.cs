using System.Net;

namespace TrustedPublishing.Index;

/// <summary>
/// What is known about a kind of package index: how its upload address looks, where its Simple API is, and in what it differs from PyPI.
/// The rows are in <see cref="IndexProfiles"/>.
/// </summary>
internal sealed record IndexProfile
{
    /// <summary>The product or service.</summary>
    public required string Name { get; init; }

    /// <summary>How the upload address looks, for people.</summary>
    public required string Address { get; init; }

    /// <summary>Whether an upload address is of this kind.</summary>
    public required Func<Uri, bool> Recognizes { get; init; }

    /// <summary>How the root of the Simple API is derived, for people.</summary>
    public string SimpleAddress { get; init; } = "`simple/` below it";

    /// <summary>The root of the Simple API for an upload address that ends in a slash and has no query.</summary>
    public Func<Uri, Uri> SimpleOf { get; init; } = upload => new(upload, "simple/");

    /// <summary>The user name that goes with a token, when it is not <c>__token__</c>; a user's own name is described in words.</summary>
    public string? TokenUser { get; init; }

    /// <summary>Whether PyPI's policy applies (local versions, platform tags, 14 days, sizes, names, classifiers). Elsewhere it is only warned of.</summary>
    public bool HasPyPIPolicy { get; init; }

    /// <summary>Whether caches before the Simple API may hide an uploaded file for minutes.</summary>
    public bool ListsLate { get; init; }

    /// <summary>Whether MD5 and BLAKE2b-256 are sent besides SHA-256; some indexes ask for them, and none minds.</summary>
    public bool WantsAllDigests => !HasPyPIPolicy;

    /// <summary>The status with which it refuses a file that it has already.</summary>
    public HttpStatusCode DuplicateStatus { get; init; } = HttpStatusCode.Conflict;

    /// <summary>The words with which it does so. 409 needs none.</summary>
    public IReadOnlyList<string> DuplicateWords { get; init; } = [];

    /// <summary>Other hosts from which it serves the files that were uploaded to it, over https.</summary>
    public IReadOnlyList<string> FileHosts { get; init; } = [];

    /// <summary>Whether the Simple API also lists files of other indexes on the same server; its own files are those below the upload address.</summary>
    public bool ListsOtherIndexes { get; init; }

    /// <summary>How a header begins that its answers have, whatever its address; null when there is none.</summary>
    public string? HeaderPrefix { get; init; }
}
