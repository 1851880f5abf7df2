using System.Net;

namespace TrustedPublishing.Index;

/// <summary>
/// What is known about a kind of package index: the form of its upload address, the location of its Simple API, and how it differs from PyPI.
/// The profiles are in <see cref="IndexProfiles"/>.
/// </summary>
internal sealed record IndexProfile
{
    /// <summary>The product or service.</summary>
    public required string Name { get; init; }

    /// <summary>The form of the upload address, for documentation.</summary>
    public required string Address { get; init; }

    /// <summary>Whether an upload address belongs to an index of this kind.</summary>
    public required Func<Uri, bool> Recognizes { get; init; }

    /// <summary>How the root of the Simple API is derived, for documentation.</summary>
    public string SimpleAddress { get; init; } = "`simple/` below it";

    /// <summary>The root of the Simple API for an upload address that ends in a slash and has no query.</summary>
    public Func<Uri, Uri> SimpleOf { get; init; } = upload => new(upload, "simple/");

    /// <summary>The user name that goes with a token, if not <c>__token__</c>; if it is the account's own user name, a description of it.</summary>
    public string? TokenUser { get; init; }

    /// <summary>
    /// Whether PyPI's policy applies (local versions, platform tags, 14 days, sizes, names, classifiers). Elsewhere, violations are only warnings.
    /// </summary>
    public bool HasPyPIPolicy { get; init; }

    /// <summary>Whether caches in front of the Simple API may hide an uploaded file for minutes.</summary>
    public bool ListsLate { get; init; }

    /// <summary>Whether MD5 and BLAKE2b-256 are sent in addition to SHA-256. Some indexes require them, and none rejects them.</summary>
    public bool WantsAllDigests => !HasPyPIPolicy;

    /// <summary>The status with which the index rejects a file that it already has.</summary>
    public HttpStatusCode DuplicateStatus { get; init; } = HttpStatusCode.Conflict;

    /// <summary>The phrases that identify this rejection. 409 needs none.</summary>
    public IReadOnlyList<string> DuplicateWords { get; init; } = [];

    /// <summary>Other hosts that serve uploaded files over https.</summary>
    public IReadOnlyList<string> FileHosts { get; init; } = [];

    /// <summary>
    /// Whether the Simple API also lists files of other indexes on the same server; its own files are those below the upload address.
    /// </summary>
    public bool ListsOtherIndexes { get; init; }

    /// <summary>The prefix of a header that identifies its responses at any address; null if there is none.</summary>
    public string? HeaderPrefix { get; init; }
}
