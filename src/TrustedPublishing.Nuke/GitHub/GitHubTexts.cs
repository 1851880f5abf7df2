using System.Globalization;
using System.Net;
using System.Runtime.Serialization;
using System.Text.Json;
using Octokit;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>Describes why GitHub could not be queried, or what it rejected.</summary>
internal static class GitHubTexts
{
    public const string NoPublisher = "No publisher on GitHub is declared.";

    public const string NoToken = "No token: give --doctor-github-token, or set GITHUB_TOKEN or GH_TOKEN.";

    public const string NoRepository = "GitHub answered 404: the repository does not exist, or the token cannot see it.";

    public const string NoEnvironments = "GitHub answered 404 for the environments: the token cannot see them, or the plan of this private repository does not include them.";

    public static string NotHttps(string address) => $"GITHUB_API_URL is '{address}', which is not an https address.";

    /// <summary>Whether an exception comes from GitHub or from the connection, and is not a bug in this program.</summary>
    public static bool AreOf(Exception exception) => exception is
        ApiException or HttpRequestException or OperationCanceledException or JsonException or SerializationException
        or KeyNotFoundException or InvalidOperationException or FormatException or IOException;

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool MayPass(Exception exception) => exception
        is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException or OperationCanceledException or HttpRequestException or IOException
        or ApiException { HttpResponse.StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };

    public static string Why(Exception exception) => exception switch
    {
        RateLimitExceededException limit => $"GitHub's rate limit is exhausted until {limit.Reset.ToUniversalTime().ToString("HH:mm", CultureInfo.InvariantCulture)} UTC: try again then.",
        ApiException { HttpResponse.StatusCode: HttpStatusCode.TooManyRequests } or SecondaryRateLimitExceededException or AbuseException => "GitHub is limiting requests: try again later.",
        AuthorizationException => "GitHub answered 401: the token is invalid.",
        ApiValidationException invalid => $"GitHub answered 422: {Details(invalid)}",
        ApiException { StatusCode: HttpStatusCode.Forbidden } refused => $"GitHub answered 403: the token does not have this permission. {refused.Message}".TrimEnd(),
        ApiException { StatusCode: HttpStatusCode.NotFound } missing => $"GitHub answered 404: not found, or not visible to the token. {missing.Message}".TrimEnd(),
        ApiException api => $"GitHub answered {(int)api.StatusCode}. {api.Message}".TrimEnd(),
        OperationCanceledException => "GitHub did not answer in time.",
        HttpRequestException or IOException => $"GitHub could not be reached: {exception.Message}",
        _ => "GitHub's response does not match its API.",
    };

    private static string Details(ApiValidationException invalid) => string.Join(
        "; ",
        [invalid.ApiError.Message ?? "", .. (invalid.ApiError.Errors ?? []).Select(error => error.Message ?? $"{error.Field} {error.Code}")]);
}
