using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The projects on the index.</summary>
internal static class ProjectListPage
{
    public static Html Render(IndexState state, PageLinks links)
    {
        ProjectRow[] projects = [.. state.Projects.Values.OrderBy(project => project.NormalizedName, StringComparer.Ordinal)];
        return Html.Format(
            $"""
            <h1>Projects</h1>
            {(projects.Length == 0 ? Nothing() : Table(projects, links))}
            <p>For clients: {links.Served("simple/", Html.Format($"the Simple API"))}, {links.Served("legacy/", Html.Format($"the upload API"))}.</p>
            """);
    }

    private static Html Nothing() => Html.Format($"<p>There are no projects yet. The first upload, or the first exchange of a pending publisher's token, creates one.</p>");

    private static Html Table(ProjectRow[] projects, PageLinks links) => Html.Format(
        $"""
        <div class="page-scroll" tabindex="0" role="region" aria-label="Projects"><table class="page-table">
        <thead><tr><th scope="col">Project</th><th scope="col">Version</th><th scope="col">Summary</th><th scope="col">Files</th></tr></thead>
        <tbody>
        {Html.Each(projects, project => Row(project, links))}
        </tbody></table></div>
        """);

    private static Html Row(ProjectRow project, PageLinks links) => Html.Format(
        $"""
        <tr><th scope="row">{Name(project, links)}</th><td>{project.Latest?.Version ?? "none"}</td><td>{project.Latest?.Field("summary")}</td><td class="page-number">{project.Files.Count}</td></tr>

        """);

    /// <summary>A project without a release has no page, as on PyPI.</summary>
    private static Html Name(ProjectRow project, PageLinks links) => project.Latest is null
        ? Html.Format($"{project.Name}")
        : Html.Format($"""<a href="{links.To(PageLinks.Project(project.Name))}">{project.Name}</a>""");
}
