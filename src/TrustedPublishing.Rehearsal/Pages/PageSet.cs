using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>All HTML pages by their path below the root: those that PyPI has, and those of this index under <c>_/rehearsal/</c>.</summary>
internal sealed class PageSet(IndexStore store, RequestLog log, ExchangeLog exchanges)
{
    /// <summary>The paths of all current pages.</summary>
    public IEnumerable<string> Addresses =>
    [
        PageLinks.Projects,
        PageLinks.Timeline,
        PageLinks.Publishers,
        .. from project in store.Current.Projects.Values
           where project.Latest is not null
           from address in project.Releases.Select(release => PageLinks.Release(project.Name, release.Version)).Prepend(PageLinks.Project(project.Name))
           select address,
    ];

    /// <summary>A page; null if the path has none.</summary>
    public string? Render(string address, bool isFile)
    {
        var (state, links) = (store.Current, new PageLinks(address, isFile));
        return address switch
        {
            PageLinks.Projects => PageFrame.Render(links, "Projects", ProjectListPage.Render(state, links)),
            PageLinks.Timeline => PageFrame.Render(links, "Timeline", TimelinePage.Render(log.All)),
            PageLinks.Publishers => PageFrame.Render(links, "Publishers", PublishersPage.Render(state, exchanges.All)),
            _ => Release(state, address, links),
        };
    }

    /// <summary>Where PyPI redirects other spellings of a project or version; null for everything else.</summary>
    public string? Moved(string address) => Find(store.Current, address) is var (project, release, isNamed) && project is not null && release is not null
        ? isNamed ? PageLinks.Release(project.Name, release.Version) : PageLinks.Project(project.Name)
        : null;

    private static string? Release(IndexState state, string address, PageLinks links)
    {
        var (project, release, _) = Find(state, address);
        return project is null || release is null ? null : PageFrame.Render(links, $"{project.Name} {release.Version}", ProjectPage.Render(project, release, links));
    }

    private static (ProjectRow? Project, ReleaseRow? Release, bool IsNamed) Find(IndexState state, string address)
    {
        if (address.TrimEnd('/').Split('/') is not ["project", var name, .. var rest] || rest.Length > 1 || state.Project(Uri.UnescapeDataString(name)) is not { } project)
        {
            return default;
        }

        var version = rest.Length == 0 ? null : Uri.UnescapeDataString(rest[0]);
        return (project, version is null ? project.Latest : PythonVersion.TryParse(version, out var parsed) ? project.Release(parsed) : null, version is not null);
    }
}
