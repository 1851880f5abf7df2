using System.Net;
using TrustedPublishing.Http;
using TrustedPublishing.Index;

namespace TrustedPublishing.Upload;

/// <summary>The meaning of one attempt to upload a file.</summary>
internal abstract record UploadVerdict
{
    private UploadVerdict()
    {
    }

    /// <summary>The file is on the index: sent now, or already there.</summary>
    /// <param name="Outcome">Which of the two.</param>
    /// <param name="Url">Where the index lists this content; null if only its response confirms it.</param>
    public sealed record Accepted(UploadOutcome Outcome, Uri? Url = null) : UploadVerdict;

    /// <summary>The index reports a file with this name or this content. Accepted only after a comparison by hash.</summary>
    public sealed record Duplicate(HttpStatusCode Status, string Text) : UploadVerdict;

    /// <summary>A success status, but not an index's response. Accepted only once the index lists the file.</summary>
    public sealed record Unproven(HttpStatusCode Status, string Text) : UploadVerdict;

    /// <summary>The API token has expired.</summary>
    public sealed record Expired(HttpStatusCode Status, string Text) : UploadVerdict;

    /// <summary>The same request may succeed later.</summary>
    /// <param name="Status">The status; null if there was no response.</param>
    /// <param name="Text">The index's message, or why there was no response.</param>
    /// <param name="RetryAfter">How long the index asked to wait.</param>
    /// <param name="MayBeStored">Whether the index may nevertheless have accepted the file.</param>
    public sealed record Transient(HttpStatusCode? Status, string Text, TimeSpan? RetryAfter = null, bool MayBeStored = false) : UploadVerdict
    {
        /// <summary>Whether the index is receiving more than it can handle.</summary>
        public bool IsCongestion => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable;
    }

    /// <summary>Retrying would not help.</summary>
    public sealed record Refused(UploadRejection Refusal, HttpStatusCode Status, string Text) : UploadVerdict;
}

/// <summary>
/// Interprets an index's response to an upload. PyPI's messages are searched for phrases, never compared as a whole, because they are repeated and
/// combined (<c>warehouse/forklift/legacy.py</c>, <c>warehouse/macaroons</c>).
/// </summary>
internal static class UploadVerdicts
{
    public static UploadVerdict FromResponse(UploadResponse answer)
    {
        var (status, text) = (answer.Status, answer.Text);
        return (int)status switch
        {
            >= 200 and < 300 when answer.IsOurs => OfSuccess(answer),
            < 400 => Refused(UploadRejection.Redirect),
            408 or 425 => new UploadVerdict.Transient(status, text, answer.RetryAfter),
            429 when !Says("Too many new projects") => new UploadVerdict.Transient(status, text, answer.RetryAfter),
            500 or 502 or 503 or 504 => new UploadVerdict.Transient(status, text, answer.RetryAfter, MayBeStored: true),
            401 or 403 when Says("token is expired") => new UploadVerdict.Expired(status, text),
            _ when IsDuplicate(status, text) => new UploadVerdict.Duplicate(status, text),
            _ => Refused(RefusalOf(status, text)),
        };

        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
        UploadVerdict Refused(UploadRejection refusal) => new UploadVerdict.Refused(refusal, status, refusal is UploadRejection.Redirect ? answer.Target : text);
    }

    /// <summary>Only a genuine response of an index counts as success; otherwise the index's listing must confirm it.</summary>
    private static UploadVerdict OfSuccess(UploadResponse answer) =>
        HtmlTokens.AsksForPassword(answer.Body) ? new UploadVerdict.Refused(UploadRejection.LoginPage, answer.Status, answer.Text)
        : UploadSuccess.IsClear(answer.Status, answer.ContentType, answer.Body) ? new UploadVerdict.Accepted(UploadOutcome.Uploaded)
        : new UploadVerdict.Unproven(answer.Status, answer.Body.Length == 0 ? "" : answer.Text);

    /// <summary>The rejection for a status and text. Also used for violations that are found before anything is sent.</summary>
    public static UploadRejection RefusalOf(HttpStatusCode status, string text) =>
        UploadRejectionTexts.Find(status, text) ?? (int)status switch
        {
            401 => UploadRejection.UnknownCredentials,
            403 => UploadRejection.NoRole,
            404 or 405 or 410 or 501 => UploadRejection.WrongAddress,
            407 => UploadRejection.ProxyWantsCredentials,
            413 => UploadRejection.TooLarge,
            400 or 415 or 422 => UploadRejection.InvalidDistribution,
            429 => UploadRejection.TooManyProjects,
            >= 500 => UploadRejection.ServerFailure,
            _ => UploadRejection.Other,
        };

    /// <summary>
    /// 409, or 400, 403 and 422 with the phrases of any kind of index: an unknown address may be any of them under a custom name
    /// (<see href="https://github.com/pypa/twine/issues/1044"/>, <see href="https://github.com/pypa/twine/issues/1251"/>).
    /// </summary>
    private static bool IsDuplicate(HttpStatusCode status, string text) => (int)status switch
    {
        409 => UploadRejectionTexts.Find(status, text) is null,
        400 or 403 or 422 => UploadRejectionTexts.SaysDuplicate(text),
        _ => false,
    };
}
