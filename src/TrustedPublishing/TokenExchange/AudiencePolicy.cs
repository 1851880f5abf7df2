using System.Text.RegularExpressions;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// Decides which audience an identity token may be requested for. The audience determines who can use the token, so the index must not choose it:
/// a malicious index could otherwise obtain tokens with which it could impersonate the job elsewhere.
/// </summary>
internal static partial class AudiencePolicy
{
    /// <summary>The audience named by the index, if it is allowed.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.AudienceNotAccepted"/>, with the named and the expected audience.</exception>
    public static string Accepted(ExchangeTarget target, CiSystem system, string named) =>
        Problem(target, system, named) is { } problem ? throw ExchangeFailures.AudienceNotAccepted(target.Index, named, Expected(target), problem) : named;

    /// <summary>Those of PyPI and TestPyPI are fixed; for any other index it is the declared audience, or the index's host name.</summary>
    private static string Expected(ExchangeTarget target) => Fixed(target.Index.UploadUrl) ?? target.Audience ?? target.Index.UploadUrl.IdnHost;

    /// <summary>The audience of PyPI or TestPyPI, by the host of the upload address alone; null for any other index.</summary>
    public static string? Fixed(Uri index) => index.IdnHost.ToLowerInvariant() switch
    {
        "upload.pypi.org" or "pypi.org" => "pypi",
        "test.pypi.org" => "testpypi",
        _ => null,
    };

    private static string? Problem(ExchangeTarget target, CiSystem system, string named)
    {
        var index = target.Index.UploadUrl;
        return index.Scheme != Uri.UriSchemeHttps && !index.IsLoopback ? "over plain http, anyone could have sent it"
            : Fixed(index) is { } known ? (named == known ? null : "its audience is fixed")
            : index.IsLoopback && system.TokenService is { IsLoopback: true } ? null // both on this machine: its tokens are worthless elsewhere
            : IsOfAnotherService(named) ? "it belongs to another service, which would accept the token as this job's identity"
            : named == target.Audience || (target.Audience is null && named.Equals(index.IdnHost, StringComparison.OrdinalIgnoreCase)) ? null
            : target.Audience is null ? "it is neither declared nor the index's own host name"
            : "it is not the declared audience";
    }

    /// <summary>Whether another service accepts identity tokens for this audience.</summary>
    public static bool IsOfAnotherService(string audience) => Others().IsMatch(audience.Trim());

    /// <summary>Audiences for which services accept identity tokens of CI jobs, with or without a scheme.</summary>
    [GeneratedRegex(
        """
        \A(?:
            (?:https?://)?(?:
                (?:upload\.|test\.|files\.)?pypi\.org | test-?pypi | pypi
              | sigstore | (?:[a-z0-9-]+\.)*sigstore\.dev
              | sts(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)? | sts(?:\.[a-z0-9-]+)*\.aliyuncs\.com
              | (?:www\.|api\.)?nuget\.org | registry\.npmjs\.org | (?:www\.)?npmjs\.com
              | (?:www\.|static\.)?crates\.io | (?:www\.)?rubygems\.org | pub\.dev | jsr\.io | (?:www\.)?hex\.pm
              | (?:[a-z0-9-]+\.)*github(?:usercontent)?\.com(?:/.*)? | gitlab\.com
              | (?:[a-z0-9-]+\.)*docker\.(?:io|com) | (?:[a-z0-9-]+\.)*googleapis\.com(?:/.*)?
              | (?:[a-z0-9-]+\.)*(?:microsoftonline|windows|azure)\.(?:com|net)(?:/.*)?
            )(?::443)?/?
          | //iam\.googleapis\.com/.*
          | api://AzureADTokenExchange\w*
          | npm:.* | urn:pulumi:.* | hcp\.workload\.identity | vault(?:\.workload\.identity)?
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Others();
}
