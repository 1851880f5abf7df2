using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>A release as PyPI will show it; information that only this index has is marked as such.</summary>
internal static class ProjectPage
{
    public static Html Render(ProjectRow project, ReleaseRow release, PageLinks links) => Html.Format(
        $"""
        <h1>{project.Name} {release.Version}</h1>
        {Html.If(release.Field("summary") is { Length: > 0 }, () => Html.Format($"""<p class="page-lead">{release.Field("summary")}</p>"""))}
        {Banner(project, release)}
        {Html.If(project.FilesOf(release).Any(), () => Html.Format($"""<p><code class="page-install">pip install {Requirement(project, release)}</code></p>"""))}
        <nav aria-label="On this page"><p><a href="#page-description">Description</a> · <a href="#page-files">Files</a> · <a href="#page-history">Release history</a> · <a href="#page-metadata">Metadata</a></p></nav>
        <div class="page-columns">
        <div>
        {DescriptionSection.Render(release)}
        {FilesSection.Render(project, release, links)}
        {History(project, release, links)}
        </div>
        <aside class="page-side" id="page-metadata" aria-label="Metadata">
        {MetadataSection.Render(project, release, links)}
        </aside>
        </div>
        """);

    private static string Requirement(ProjectRow project, ReleaseRow release) =>
        project.Latest?.Version == release.Version ? project.Name
        : release.Version.Contains('!', StringComparison.Ordinal) ? $"'{project.Name}=={release.Version}'"
        : $"{project.Name}=={release.Version}";

    private static Html Banner(ProjectRow project, ReleaseRow release)
    {
        var text = project.Status switch
        {
            RehearsalProjectStatus.Quarantined => "This project is in quarantine: its files are not offered.",
            RehearsalProjectStatus.Archived => "This project is archived: no new releases are expected, and uploads are refused.",
            _ when release.Yanked => release.YankedReason is { Length: > 0 } reason ? $"This release was yanked. Reason: {reason}" : "This release was yanked.",
            _ when release.Parsed?.IsPrerelease == true => "This is a pre-release.",
            _ => null,
        };
        return Html.If(text is not null, () => Html.Format($"""<p class="page-note">{text}</p>"""));
    }

    private static Html History(ProjectRow project, ReleaseRow current, PageLinks links) => Html.Format(
        $"""
        <section aria-labelledby="page-history">
        <h2 id="page-history">Release history</h2>
        <ol>
        {Html.Each(project.Ordered, release => Html.Format($"<li>{Entry(project, release, current, links)}, {Shown.Time(release.Created)}{(release.Yanked ? ", yanked" : "")}</li>\n"))}
        </ol>
        </section>
        """);

    private static Html Entry(ProjectRow project, ReleaseRow release, ReleaseRow current, PageLinks links) => release.Version == current.Version
        ? Html.Format($"""<a href="{links.To(PageLinks.Release(project.Name, release.Version))}" aria-current="true">{release.Version}</a> (this one)""")
        : Html.Format($"""<a href="{links.To(PageLinks.Release(project.Name, release.Version))}">{release.Version}</a>""");
}
