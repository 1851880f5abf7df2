using System.Globalization;
using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.Index;

/// <summary>Failures for an index that cannot be read, and for files that differ from those on the index.</summary>
internal static class IndexFailures
{
    public static PublishException IndexUnreadable(PackageIndex index, Uri url, HttpStatusCode? status, HttpResponse answer) => new(
        status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => PublishFailure.CredentialsRefused,
            HttpStatusCode.TooManyRequests => PublishFailure.RateLimited,
            { } code when (int)code is >= 300 and < 400 => PublishFailure.Redirected,
            { } code when (int)code < 500 => PublishFailure.UnexpectedAnswer,
            _ => PublishFailure.IndexUnavailable,
        },
        new FailureText($"The files on {index.Name} could not be read (GET {Redacted.Url(url)}).")
            .Said(status is null ? "The connection" : index.Name, answer.Summary)
            .Change([
                .. WhenUnreachable(answer),
                status switch
                {
                    _ when ForeignUri.From(url, answer.Location) is { } target && !PackageIndex.IsSameAuthority(target, url) => $"The page is at {Redacted.Url(target)}, another server, which was not contacted. If you trust it, set its Simple API: --pypi-simple.",
                    HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"Add a user name and password for {url.Host} to .netrc (or the file named by the variable NETRC), or provide them: --pypi-user and --pypi-password.",
                    { } code when (int)code < 500 && code != HttpStatusCode.TooManyRequests => $"Check the address of the Simple API: {Redacted.Url(index.SimpleUrl)}. Without --pypi-simple it is derived from the upload address.",
                    _ => Later(index),
                },
            ]).ToString(),
        answer.Cause) { Index = index, StatusCode = status };

    public static PublishException SimplePageStrange(PackageIndex index, Uri url, string why, Exception? cause) => new(
        PublishFailure.UnexpectedAnswer,
        new FailureText($"The files on {index.Name} could not be read (GET {Redacted.Url(url)}): {why}.")
            .Change($"Check that {Redacted.Url(index.SimpleUrl)} is the root of the index's Simple API (PEP 503, PEP 691), and that no sign-in page or proxy answers instead.").ToString(),
        cause) { Index = index, StatusCode = HttpStatusCode.OK };

    public static string[] ConflictLines(Distribution distribution, IndexFile there) =>
    [
        $"here:     SHA-256 {distribution.Sha256}, {distribution.Size} bytes",
        $"on index: SHA-256 {there.Sha256 ?? "not given"}{(there.Size is { } size ? $", {size} bytes" : "")}{(there.UploadTime is { } time ? $", uploaded {time.ToString("u", CultureInfo.InvariantCulture)}" : "")}",
    ];

    public static string[] ConflictRemedies(Distribution distribution) =>
    [
        $"A published file is never replaced. Publish a new version, or a post release ({distribution.FileName.Version}.post1) if only the packaging changed.",
        .. distribution.FileName.Kind == DistributionKind.Wheel ? ["A rebuilt wheel can also get a build number (PEP 427: name-version-1-…)."] : Enumerable.Empty<string>(),
        "If the files should be the same, the build is not reproducible: publish the files of a single build.",
    ];
}
