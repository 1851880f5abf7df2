using System.Net;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.TokenExchange;

/// <summary>Identity token → API token: no answer, or none of the protocol.</summary>
internal static partial class ExchangeFailures
{
    public static PublishException AudienceUnusable(PackageIndex index, HttpResponse answer) => answer.Status switch
    {
        HttpStatusCode.Forbidden => SwitchedOff(index, answer),
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized or HttpStatusCode.Gone => NotOffered(index, index.AudienceUrl, answer),
        _ => ExchangeUnusable(index, index.AudienceUrl, answer, isRepeated: true),
    };

    public static PublishException AudienceNotAccepted(PackageIndex index, string named, string expected, string why) => new(
        PublishFailure.AudienceNotAccepted,
        new FailureText($"No identity token was asked for: {index.Name} wants one for {FailureText.Quote(named)} ({Redacted.Url(index.AudienceUrl)}), and {why}. Expected: {FailureText.Quote(expected)}.")
            .Change(index.IsPyPI
                ? ["See what answers in the index's place: a proxy, or another address. No setting changes this audience."]
                : [
                    $"If this index documents its audience, declare it: --pypi-audience, or Audience in the workflow's attribute.",
                    "If it documents none, do not publish there from this job: with the audience of another service the index could act as this job.",
                    "An API token needs no audience: --pypi-token.",
                ]).ToString())
        { Index = index };

    /// <summary>No answer, a failing server, a redirect, a web page: anything but the protocol's own refusals.</summary>
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
        new FailureText($"{index.Name} has Trusted Publishing switched off ({Redacted.Url(index.AudienceUrl)}).")
            .Said(index.Name, answer)
            .Change($"Wait until {index.Name} has it on again (PyPI: https://status.python.org), or pass an API token: --pypi-token.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static PublishException NotOffered(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.TrustedPublishingUnavailable,
        new FailureText($"{index.Name} does not offer Trusted Publishing: there is nothing at {Redacted.Url(url)}.")
            .Said(index.Name, answer)
            .Change(
                "Give an API token (--pypi-token), or user and password, as this index wants it.",
                "If it should be PyPI, check the upload address: https://upload.pypi.org/legacy/, or just --pypi-index pypi.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static PublishException Unreachable(PackageIndex index, Uri url, HttpResponse answer, bool isRepeated) => new(
        PublishFailure.IndexUnavailable,
        new FailureText($"Asking {Redacted.Url(url)} failed{(isRepeated && !answer.Distrusted ? ", and went on failing when repeated" : "")}.")
            .Said(index.Name, answer)
            .Change([
                .. WhenUnreachable(answer),
                .. isRepeated ? Enumerable.Empty<string>() : ["There was one attempt only: this CI system gives each job one identity token, and no token may be exchanged twice."],
                "Run the job again later: files that are on the index by then are not sent again. PyPI's state is at https://status.python.org.",
            ]).ToString(),
        answer.Cause) { Index = index, StatusCode = answer.Status };

    private static PublishException RateLimitedExchange(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.RateLimited,
        new FailureText($"{index.Name} asks to slow down ({Redacted.Url(url)}).")
            .Said(index.Name, answer)
            .Change($"Run the job again{(answer.RetryAfter is { } pause ? $" in {Math.Ceiling(pause.TotalMinutes):0} minutes" : " later")}: files that are on the index by then are not sent again.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static PublishException RedirectedExchange(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.Redirected,
        new FailureText($"{Redacted.Url(url)} redirects elsewhere{Target(url, answer)}. That was not followed: it would carry the job's identity to another address.")
            .Said(index.Name, answer.Summary)
            .Change("Use the address that it redirects to as the index, if that is the one you mean.").ToString())
        { Index = index, StatusCode = answer.Status };

    private static string Target(Uri url, HttpResponse answer) =>
        ForeignUri.From(url, answer.Location) is { } target ? $", to {Redacted.Url(target)}" : "";

    private static PublishException Strange(PackageIndex index, Uri url, HttpResponse answer) => new(
        PublishFailure.UnexpectedAnswer,
        new FailureText($"{Redacted.Url(url)} answered with something that does not belong to the token exchange.")
            .Said(index.Name, answer)
            .Change(
                "Check that the address is that of a package index and that nothing in between (a proxy, a log-in page) answers in its place.",
                "If the index does not offer Trusted Publishing, give an API token: --pypi-token.").ToString())
        { Index = index, StatusCode = answer.Status };

    public static PublishException TokenExpired(PackageIndex index, bool isTrustedPublishing) => new(
        PublishFailure.TokenExpired,
        new FailureText($"The API token for {index.Name} has expired, and there is no way to renew it.")
            .Change(isTrustedPublishing
                ? "This CI system gives each job one identity token, so one API token must do for the whole release. Run the job again:\nfiles that are on the index already are not sent again."
                : "Create a new API token and pass it, or publish from CI, where tokens are made for each release and renewed during it.").ToString())
        { Index = index };
}
