using System.Net;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.TokenExchange;

/// <summary>Failures of the exchange: no response, or one that is not part of the protocol.</summary>
internal static partial class ExchangeFailures
{
    public static PublishException AudienceUnusable(PackageIndex index, HttpResponse answer) => answer.Status switch
    {
        HttpStatusCode.Forbidden => SwitchedOff(index, answer),
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized or HttpStatusCode.Gone => NotOffered(index, index.AudienceUrl, answer),
        _ => ExchangeUnusable(index, index.AudienceUrl, answer, isRepeated: true),
    };

    /// <summary>
    /// The publisher has only some of the run's projects: the first file of another would be rejected after the others are published.
    /// </summary>
    public static PublishException TokenForFewerProjects(PackageIndex index, IReadOnlyList<string> projects, int covered) => new(
        PublishFailure.NotAllowed,
        new FailureText($"Nothing was sent to {index.Name}: the API token that this job's identity was exchanged for is good for {Count(covered, "project")}, and this run publishes {projects.Count}: {string.Join(", ", projects.Select(FailureText.OneLine))} ({Redacted.Url(index.MintUrl)}).")
            .Change(
                $"Register the publisher of this job for each of them on {index.Name}, in the project's settings under Publishing.",
                "Or publish each project by itself, from the job that is registered for it: --distributions.").ToString())
        { Index = index };

    public static PublishException AudienceNotAccepted(PackageIndex index, string named, string expected, string why) => new(
        PublishFailure.AudienceNotAccepted,
        new FailureText($"No identity token was requested: {index.Name} asks for one with the audience {FailureText.Quote(named)} ({Redacted.Url(index.AudienceUrl)}), and {why}. Expected: {FailureText.Quote(expected)}.")
            .Change(index.IsPyPI
                ? ["Find out what answers instead of the index: a proxy, or another address. No setting changes this audience."]
                : [
                    $"If this index documents its audience, declare it: --pypi-audience, or Audience in the workflow's attribute.",
                    "If it documents none, do not publish there from this job: with the audience of another service, the index could impersonate this job.",
                    "An API token needs no audience: --pypi-token.",
                ]).ToString())
        { Index = index };

    /// <summary>No response, a server error, a redirect, a web page: anything but a rejection defined by the protocol.</summary>
    public static PublishException ExchangeUnusable(PackageIndex index, Uri url, HttpResponse answer, bool isRepeated) => answer.Status switch
    {
        null => Unreachable(index, url, answer, isRepeated),
        HttpStatusCode.TooManyRequests => RateLimitedExchange(index, url, answer),
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => NotOffered(index, url, answer),
        var status when (int)status >= 500 || status is HttpStatusCode.RequestTimeout => Unreachable(index, url, answer, isRepeated),
        var status when (int)status is >= 300 and < 400 => RedirectedExchange(index, url, answer),
        _ => Strange(index, url, answer),
    };

    private static PublishException SwitchedOff(PackageIndex index, HttpResponse answer) => new(
        PublishFailure.TrustedPublishingUnavailable,
        new FailureText($"{index.Name} has disabled Trusted Publishing ({Redacted.Url(index.AudienceUrl)}).")
            .Said(index.Name, answer)
            .Change($"Wait until {index.Name} enables it again (PyPI: https://status.python.org), or pass an API token: --pypi-token.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static PublishException NotOffered(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.TrustedPublishingUnavailable,
        new FailureText($"{index.Name} does not support Trusted Publishing: there is nothing at {Redacted.Url(url)}.")
            .Said(index.Name, answer)
            .Change(
                "Provide an API token (--pypi-token), or a user name and password, as this index requires.",
                "If this should be PyPI, check the upload address: https://upload.pypi.org/legacy/, or just --pypi-index pypi.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static PublishException Unreachable(PackageIndex index, Uri url, HttpResponse answer, bool isRepeated) => new(
        PublishFailure.IndexUnavailable,
        new FailureText($"The request to {Redacted.Url(url)} failed{(isRepeated && !answer.Distrusted ? ", and went on failing when repeated" : "")}.")
            .Said(index.Name, answer)
            .Change([
                .. WhenUnreachable(answer),
                .. isRepeated ? Enumerable.Empty<string>() : ["There was only one attempt: this CI system gives each job one identity token, and a token can be exchanged only once."],
                "Run the job again later: files that are already on the index are not sent again. PyPI's status page is https://status.python.org.",
            ]).ToString(),
        answer.Cause) { Index = index, StatusCode = answer.Status };

    private static PublishException RateLimitedExchange(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.RateLimited,
        new FailureText($"{index.Name} is limiting requests ({Redacted.Url(url)}).")
            .Said(index.Name, answer)
            .Change($"Run the job again{(answer.RetryAfter is { } pause ? $" in {Math.Ceiling(pause.TotalMinutes):0} minutes" : " later")}: files that are on the index by then are not sent again.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static PublishException RedirectedExchange(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.Redirected,
        new FailureText($"{Redacted.Url(url)} redirects elsewhere{Target(url, answer)}. The redirect was not followed, because it would send the job's identity to another address.")
            .Said(index.Name, answer.Summary)
            .Change("If the target of the redirect is the index you want, use its address.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static string Target(Uri url, HttpResponse answer) =>
        ForeignUri.From(url, answer.Location) is { } target ? $", to {Redacted.Url(target)}" : "";

    private static PublishException Strange(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.UnexpectedAnswer,
        new FailureText($"{Redacted.Url(url)} answered with something that is not part of the token exchange.")
            .Said(index.Name, answer)
            .Change(
                "Check that the address belongs to a package index, and whether something in between (a proxy, a sign-in page) answered instead.",
                "If the index does not support Trusted Publishing, provide an API token: --pypi-token.").ToString())
        { Index = index, StatusCode = answer.Status };

    public static PublishException TokenExpired(PackageIndex index, bool isTrustedPublishing) => new(
        PublishFailure.TokenExpired,
        new FailureText($"The API token for {index.Name} has expired and cannot be renewed.")
            .Change(isTrustedPublishing
                ? "This CI system gives each job one identity token, so one API token must last for the whole release. Run the job again:\nfiles that are on the index already are not sent again."
                : "Provide a new API token, or publish from CI, where tokens are created for each release and renewed during it.").ToString())
        { Index = index };
}
