using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The sidebar: links, authors, licence, requirements, classifiers.</summary>
internal static class MetadataSection
{
    private const int LongestLicense = 100;

    public static Html Render(ProjectRow project, ReleaseRow release, PageLinks links) => Html.Format(
        $"""
        {Links(release)}
        {Facts(project, release)}
        {Listed("Requirements", release.Values("requires_dist"))}
        {Listed("Provides extras", release.Values("provides_extra"))}
        {Tags(release)}
        {Classifiers(release)}
        <h2>For programs</h2>
        <ul>
        <li>{links.Served($"pypi/{project.NormalizedName}/{Uri.EscapeDataString(release.Version)}/json", Html.Format($"JSON API"))}</li>
        <li>{links.Served($"simple/{project.NormalizedName}/", Html.Format($"Simple API"))}</li>
        </ul>
        """);

    private static Html Links(ReleaseRow release)
    {
        var all = ReleaseLink.Read(release.Fields).ToLookup(link => !Shown.IsLink(link.Address) ? "Not shown on PyPI, because the address is not http or https"
            : release.VerifiedLinks.Contains(link.Key) ? "Verified by PyPI" : "Not verified");
        return Html.If(all.Count > 0, () => Html.Format(
            $"""
            <h2>Project links</h2>
            {Html.Each(all.OrderByDescending(group => group.Key, StringComparer.Ordinal), Group)}
            """));
    }

    private static Html Group(IGrouping<string, ReleaseLink> group)
    {
        var isVerified = group.Key.StartsWith("Verified", StringComparison.Ordinal);
        return Html.Format(
            $"""
            <p class="{(isVerified ? "page-good" : "page-quiet")}">{(isVerified ? "✓ " : "")}{group.Key}</p>
            <ul>
            {Html.Each(group, link => Html.Format($"<li>{Shown.Outside(link.Address, link.Label)} <span class=\"page-quiet\">{link.Address}</span></li>\n"))}
            </ul>
            """);
    }

    private static Html Facts(ProjectRow project, ReleaseRow release)
    {
        (string Name, string? Value)[] facts =
        [
            ("Owner", project.Organization ?? string.Join(", ", project.Uploaders.Order(StringComparer.Ordinal))),
            ("Author", Person(release.Field("author"), release.Field("author_email"))),
            ("Maintainer", Person(release.Field("maintainer"), release.Field("maintainer_email"))),
            ("License expression", release.Field("license_expression")),
            ("License", release.Field("license_expression") is { Length: > 0 } ? null : License(release)),
            ("License files", string.Join(", ", release.Values("license_file"))),
            ("Requires Python", release.RequiresPython),
            ("Metadata version", release.Field("metadata_version")),
            ("Description type", release.Field("description_content_type") ?? "not declared: reStructuredText"),
        ];
        return Html.Format(
            $"""
            <h2>Metadata</h2>
            <dl>
            {Html.Each(facts.Where(fact => fact.Value is { Length: > 0 }), fact => Html.Format($"<dt>{fact.Name}</dt><dd>{fact.Value}</dd>\n"))}
            </dl>
            """);
    }

    private static string? Person(string? name, string? address) => (name, address) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => $"{name}, {address}",
        ({ Length: > 0 }, _) => name,
        _ => address,
    };

    /// <summary>The licences from the classifiers, with the first line of the licence text (pypi/warehouse, <c>packaging/views.py</c>).</summary>
    private static string? License(ReleaseRow release)
    {
        var classified = string.Join(", ", release.Values("classifiers").Where(classifier => classifier.StartsWith("License", StringComparison.Ordinal)).Select(classifier => classifier.Split(" :: ")[^1]));
        var text = release.Field("license") ?? "";
        var first = text.Split('\n')[0];
        first = first.Length > LongestLicense && first == text ? $"{first[..LongestLicense]}..." : first;
        return classified.Length == 0 ? first : first.Length == 0 ? classified : $"{classified} ({first})";
    }

    private static Html Tags(ReleaseRow release)
    {
        var keywords = release.Field("keywords") ?? "";
        var tags = keywords.Split(keywords.Contains(',', StringComparison.Ordinal) ? [','] : [' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Html.If(tags.Length > 0, () => Html.Format($"<h2>Tags</h2>\n<p>{Html.Each(tags, tag => Html.Format($"<span class=\"page-tag\">{tag}</span> "))}</p>"));
    }

    private static Html Classifiers(ReleaseRow release) => Html.If(release.Values("classifiers").Count > 0, () => Html.Format(
        $"""
        <h2>Classifiers</h2>
        <dl>
        {Html.Each(release.Values("classifiers").GroupBy(classifier => classifier.Split(" :: ")[0]), group => Html.Format(
            $"<dt>{group.Key}</dt>\n{Html.Each(group, classifier => Html.Format($"<dd>{string.Join(" :: ", classifier.Split(" :: ").Skip(1))}</dd>\n"))}"))}
        </dl>
        """));

    private static Html Listed(string title, IReadOnlyList<string> values) => Html.If(values.Count > 0, () => Html.Format(
        $"<h2>{title}</h2>\n<ul>{Html.Each(values, value => Html.Format($"<li><code>{value}</code></li>\n"))}</ul>"));
}
