using System.Text.RegularExpressions;
using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>
/// Which audience an identity token may be asked for. The audience says who can use the token, so it is decided here and not by the index:
/// an index that could choose would be given tokens with which it is somebody else's job elsewhere.
/// </summary>
internal static partial class AudiencePolicy
{
    /// <summary>The audience that the index named, when it may be used.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.AudienceNotAccepted"/>, with the audience that was named and the one that is expected.</exception>
    public static string Accepted(PublishOptions options, CiSystem system, string named) =>
        Problem(options, system, named) is { } problem ? throw ExchangeFailures.AudienceNotAccepted(options.Index, named, Expected(options), problem) : named;

    /// <summary>PyPI's and TestPyPI's are fixed; any other index is given its declared one, or that of its own host name.</summary>
    private static string Expected(PublishOptions options) => Fixed(options.Index.UploadUrl) ?? options.Audience ?? options.Index.UploadUrl.IdnHost;

    /// <summary>The audience of PyPI or TestPyPI, by the host of the upload address, whatever the rest of it is; null for any other index.</summary>
    public static string? Fixed(Uri index) => index.IdnHost.ToLowerInvariant() switch
    {
        "upload.pypi.org" or "pypi.org" => "pypi",
        "test.pypi.org" => "testpypi",
        _ => null,
    };

    private static string? Problem(PublishOptions options, CiSystem system, string named)
    {
        var index = options.Index.UploadUrl;
        return index.Scheme != Uri.UriSchemeHttps && !index.IsLoopback ? "over plain http, anyone could have sent it"
            : Fixed(index) is { } known ? (named == known ? null : "its audience is fixed")
            : index.IsLoopback && system.TokenService is { IsLoopback: true } ? null // both on this machine: its tokens are worth nothing elsewhere
            : IsOfAnotherService(named) ? "it belongs to another service, which would accept the token as this job's identity"
            : named == options.Audience || (options.Audience is null && named.Equals(index.IdnHost, StringComparison.OrdinalIgnoreCase)) ? null
            : options.Audience is null ? "it is neither declared nor the index's own host name"
            : "it is not the declared audience";
    }

    /// <summary>Whether another service takes identity tokens for this audience.</summary>
    public static bool IsOfAnotherService(string audience) => Others().IsMatch(audience.Trim());

    /// <summary>Audiences that services take identity tokens of CI jobs for, with or without their scheme.</summary>
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
