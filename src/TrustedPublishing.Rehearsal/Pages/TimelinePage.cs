using System.Globalization;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>A table with one row per request and a bar on a shared time axis.</summary>
internal static class TimelinePage
{
    private const int Most = 1000;
    private const double Width = 1000;

    /// <summary>The purpose of a request, by the prefix of its path.</summary>
    private static readonly (string Path, string Purpose)[] Purposes =
    [
        ("/_/identity/", "Identity token asked for"),
        ("/_/oidc/audience", "Audience asked for"),
        ("/_/oidc/burn-token", "API token revoked"),
        ("/_/oidc/", "Identity exchanged for an API token"),
        ("/legacy/", "Upload"),
        ("/simple/", "Files listed"),
        ("/packages/", "Download"),
        ("/pypi/", "Release asked for"),
        ("/integrity/", "Provenance asked for"),
        (Signing.CertificateEndpoint.Path, "Signing certificate asked for"),
        (Signing.LogEndpoint.Path, "Attestation logged"),
    ];

    public static Html Render(IReadOnlyList<ReceivedRequest> requests)
    {
        var timeline = Timeline.Arrange(requests);
        return Html.Format(
            $"""
            <h1>Timeline</h1>
            {(timeline.Rows.Count == 0 ? Html.Format($"<p>No client has sent a request yet.</p>") : Html.Join([Summary(timeline), Table(timeline)]))}
            """);
    }

    private static Html Summary(Timeline timeline) => Html.Format(
        $"""
        <p class="page-lead">{Shown.Count(timeline.Rows.Count, "request", "requests")} in {Seconds(timeline.Length)} since {Shown.Time(timeline.Start)}, at most {timeline.MostAtOnce} at once; {Shown.Count(timeline.Retries, "retry", "retries")}{(timeline.Retries == 0 ? "" : $" after waiting {Seconds(timeline.Waited)}")}.</p>
        <p class="page-quiet">A bar reaches from the arrival of a request to the decision about its answer; the dashed line before it is the wait since the attempt that it repeats.{(timeline.Rows.Count > Most ? $" The first {Most} are shown." : "")}</p>

        """);

    private static Html Table(Timeline timeline) => Html.Format(
        $"""
        <div class="page-scroll" tabindex="0" role="region" aria-label="Requests"><table class="page-table">
        <thead><tr><th scope="col">Start</th><th scope="col">Request</th><th scope="col">Answer</th><th scope="col">Took</th><th scope="col" class="page-time">On the time axis<span class="page-ticks" aria-hidden="true"><span>0 s</span><span>{Seconds(timeline.Length / 2)}</span><span>{Seconds(timeline.Length)}</span></span></th></tr></thead>
        <tbody>
        {Html.Each(timeline.Rows.Take(Most), row => Row(timeline, row))}
        </tbody></table></div>
        """);

    private static Html Row(Timeline timeline, TimelineRow row)
    {
        var request = row.Request;
        return Html.Format(
            $"""
            <tr><td class="page-number">{Seconds(request.Arrived - timeline.Start)}</td><th scope="row">{Purpose(request)}{(row.Attempt > 1 ? Html.Format($" <span class=\"page-care\">attempt {row.Attempt}</span>") : Html.Empty)}<br><code class="page-quiet">{request.Method} {request.FileName ?? Short(request.Path)}</code></th><td class="page-answer">{Answer(request)}</td><td class="page-number">{Seconds(row.Length)}{(row.Wait > TimeSpan.Zero ? Html.Format($"<br><span class=\"page-quiet\">waited {Seconds(row.Wait)}</span>") : Html.Empty)}</td><td class="page-time">{Bar(timeline, row)}</td></tr>

            """);
    }

    private static Html Answer(ReceivedRequest request) => request.Status is not { } status
        ? Html.Format($"""<span class="page-bad">no answer: the connection was cut</span>""")
        : Html.Format($"""<span class="{(Timeline.IsFailed(request) ? "page-bad" : "page-good")}">{status}</span>{(request.Message is { Length: > 0 } message ? $" {message}" : "")}""");

    private static string Purpose(ReceivedRequest request) =>
        Purposes.FirstOrDefault(known => request.Path.StartsWith(known.Path, StringComparison.Ordinal)).Purpose ?? "Other request";

    private static string Short(string path) => path.Length <= 120 ? path : $"{path[..120]}…";

    /// <summary>Visual only: the row contains the same numbers.</summary>
    private static Html Bar(Timeline timeline, TimelineRow row)
    {
        var (start, end) = (Place(timeline, row.Request.Arrived), Place(timeline, row.Request.Ended));
        var wait = row.WaitedSince is { } since ? Html.Format($"""<line class="wait" x1="{Number(Place(timeline, since))}" x2="{Number(start)}" y1="10" y2="10"/>""") : Html.Empty;
        return Html.Format(
            $"""<svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="grid" d="M0 0V20M250 0V20M500 0V20M750 0V20M1000 0V20"/>{wait}<rect class="{(Timeline.IsFailed(row.Request) ? "bad" : "good")}" x="{Number(Math.Min(start, Width - 4))}" y="3" width="{Number(Math.Max(4, end - start))}" height="14"/></svg>""");
    }

    private static double Place(Timeline timeline, DateTimeOffset moment) =>
        timeline.Length == TimeSpan.Zero ? 0 : (moment - timeline.Start) / timeline.Length * Width;

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds < 10
        ? time.TotalSeconds.ToString("0.000 's'", CultureInfo.InvariantCulture)
        : time.TotalSeconds.ToString("0.0 's'", CultureInfo.InvariantCulture);
}
