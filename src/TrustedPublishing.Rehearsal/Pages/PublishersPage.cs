using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The registered publishers and the results of all exchanges.</summary>
internal static class PublishersPage
{
    public static Html Render(IndexState state, IReadOnlyList<Exchange> exchanges) => Html.Format(
        $"""
        <h1>Publishers</h1>
        <h2>Registered</h2>
        {(state.Publishers.Count == 0 ? Html.Format($"<p>No publisher is registered.</p>") : Registered(state))}
        <h2>Identities</h2>
        {(exchanges.Count == 0 ? Html.Format($"<p>No identity token has been sent for exchange since the index started.</p>") : Html.Each(exchanges.Reverse(), Identity))}
        """);

    private static Html Registered(IndexState state) => Html.Format(
        $"""
        <div class="page-scroll" tabindex="0" role="region" aria-label="Registered publishers"><table class="page-table">
        <thead><tr><th scope="col">Publisher</th><th scope="col">May publish</th><th scope="col">Added by</th><th scope="col">Since</th></tr></thead>
        <tbody>
        {Html.Each(state.Publishers, row => Html.Format(
            $"""
            <tr><th scope="row">{PublisherText.Describe(row.Publisher)}</th><td>{Projects(state, row)}</td><td>{row.Publisher.AddedBy}</td><td class="page-short">{Shown.Time(row.Created)}</td></tr>

            """))}
        </tbody></table></div>
        """);

    private static string Projects(IndexState state, PublisherRow row) => row.PendingProject is { } pending
        ? $"{pending}, which its first exchange creates (pending)"
        : string.Join(", ", row.Projects.Select(id => state.Project(id)?.Name).OfType<string>());

    private static Html Identity(Exchange exchange) => Html.Format(
        $"""
        <section class="page-card">
        <h3>{exchange.Identity}</h3>
        <p>{Shown.Time(exchange.At)}: {(exchange.Refusal is { } refusal ? Html.Format($"<span class=\"page-bad\">refused</span>. {refusal}") : Html.Format($"<span class=\"page-good\">exchanged</span> for an API token"))}</p>
        {Html.Each(exchange.Publishers, Compared)}
        </section>

        """);

    private static Html Compared(ComparedPublisher row) => Html.Format(
        $"""
        <div class="page-scroll" tabindex="0" role="region" aria-label="Claims"><table class="page-table">
        <caption class="page-quiet">Compared with {PublisherText.Describe(row.Publisher)}</caption>
        <thead><tr><th scope="col">Claim</th><th scope="col">In the token</th><th scope="col">Needed</th><th scope="col">Result</th></tr></thead>
        <tbody>
        {Html.Each(row.Claims, claim => Html.Format(
            $"""
            <tr><th scope="row"><code class="page-claim">{claim.Claim}</code></th><td>{(claim.Sent is { } sent ? Html.Format($"<code>{sent}</code>") : Html.Format($"<em>not there</em>"))}</td><td>{claim.Needed}</td><td class="page-short">{(claim.Fits ? Html.Format($"<span class=\"page-good\">fits</span>") : Html.Format($"<span class=\"page-bad\">differs</span>"))}</td></tr>

            """))}
        </tbody></table></div>

        """);
}
