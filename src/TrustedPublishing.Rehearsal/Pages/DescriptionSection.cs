using TrustedPublishing.Rehearsal.Descriptions;
using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The description of a release, with marks where PyPI shows something differently, and its source with the same marks.</summary>
internal static class DescriptionSection
{
    public static Html Render(ReleaseRow release)
    {
        if (release.Field("description") is not { } description || string.IsNullOrWhiteSpace(description))
        {
            return Section(Html.Format($"<p>The author of this package has not provided a project description.</p>"));
        }

        var rendered = RenderedDescription.Render(description, release.Field("description_content_type"));
        return Section(Html.Format(
            $"""
            {Summary(rendered.Notes)}
            <div class="page-description">
            {rendered.Content}
            </div>
            {Source(description, rendered.Notes)}
            """));
    }

    private static Html Section(Html content) => Html.Format(
        $"""
        <section aria-labelledby="page-description">
        <h2 id="page-description">Project description</h2>
        {content}
        </section>
        """);

    private static Html Summary(IReadOnlyList<DescriptionNote> notes) => Html.If(notes.Count > 0, () => Html.Format(
        $"""
        <div class="page-note" role="note">
        <p><strong>{Shown.Count(notes.Count, "place is", "places are")} different on PyPI from what the source may promise.</strong></p>
        <ul>
        {Html.Each(notes, note => Html.Format($"<li>{Place(note)}{note.Text}</li>\n"))}
        </ul>
        </div>
        """));

    private static Html Place(DescriptionNote note) => note.Line is { } line ? Html.Format($"""<a href="#page-line-{line}">Line {line}</a>: """) : Html.Empty;

    private static Html Source(string description, IReadOnlyList<DescriptionNote> notes)
    {
        var byLine = notes.ToLookup(note => note.Line ?? 1);
        var lines = description.ReplaceLineEndings("\n").Split('\n');
        return Html.Format(
            $"""
            <details{(notes.Count > 0 ? Html.Format($" open") : Html.Empty)}>
            <summary>Source of the description, {Shown.Count(lines.Length, "line", "lines")}</summary>
            <ol class="page-source">
            {Html.Each(lines.Index(), line => Line(line.Index + 1, line.Item, [.. byLine[line.Index + 1]]))}
            </ol>
            </details>
            """);
    }

    private static Html Line(int number, string text, DescriptionNote[] notes) => notes.Length == 0
        ? Html.Format($"<li id=\"page-line-{number}\">{text}</li>\n")
        : Html.Format($"<li id=\"page-line-{number}\" class=\"page-marked\">{text}{Html.Each(notes, note => Html.Format($"<div class=\"page-note\">{note.Text}</div>"))}</li>\n");
}
