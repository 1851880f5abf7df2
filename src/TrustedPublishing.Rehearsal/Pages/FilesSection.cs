using TrustedPublishing.Rehearsal.Markup;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The files of a release with sizes, digests and attestations.</summary>
internal static class FilesSection
{
    public static Html Render(ProjectRow project, ReleaseRow release, PageLinks links)
    {
        FileRow[] files = project.Status is RehearsalProjectStatus.Quarantined ? []
            : [.. project.FilesOf(release).OrderBy(file => file.PackageType != "sdist").ThenBy(file => file.FileName, StringComparer.Ordinal)];
        return Html.Format(
            $"""
            <section aria-labelledby="page-files">
            <h2 id="page-files">Files</h2>
            {(files.Length == 0 ? Html.Format($"<p>There are no files.</p>") : Table(files, links))}
            {Html.Each(files, file => Details(project, file, links))}
            </section>
            """);
    }

    private static Html Table(FileRow[] files, PageLinks links) => Html.Format(
        $"""
        <div class="page-scroll" tabindex="0" role="region" aria-label="Files"><table class="page-table">
        <thead><tr><th scope="col">File</th><th scope="col">Kind</th><th scope="col">Size</th><th scope="col">Uploaded</th><th scope="col">Attested</th></tr></thead>
        <tbody>
        {Html.Each(files, file => Html.Format(
            $"""
            <tr><th scope="row">{links.Served($"packages/{Address(file)}", Html.Text(file.FileName))}</th><td class="page-short">{Kind(file)}</td><td class="page-number">{Shown.Size(file.Size)}</td><td class="page-short">{Shown.Time(file.Uploaded)}</td><td class="page-short">{(file.Provenance is null ? Html.Format($"no") : Html.Format($"<span class=\"page-good\">yes</span>"))}</td></tr>

            """))}
        </tbody></table></div>
        """);

    private static Html Details(ProjectRow project, FileRow file, PageLinks links) => Html.Format(
        $"""
        <div class="page-card">
        <h3>{file.FileName}</h3>
        <dl class="page-pairs">
        <dt>SHA-256</dt><dd><code>{file.Sha256}</code></dd>
        <dt>BLAKE2b-256</dt><dd><code>{file.Blake2}</code></dd>
        <dt>MD5</dt><dd><code>{file.Md5}</code></dd>
        <dt>Python</dt><dd>{file.PythonVersion}</dd>
        <dt>Trusted publishing</dt><dd>{(file.Publisher is { } publisher ? $"yes, by {PublisherText.Describe(publisher)}" : "no, with an API token of a user")}</dd>
        </dl>
        {(file.Provenance is { } provenance ? AttestationsOf(project, file, provenance, links) : Html.Format($"<p class=\"page-quiet\">No attestations.</p>"))}
        </div>

        """);

    private static Html AttestationsOf(ProjectRow project, FileRow file, string provenance, PageLinks links) => Html.Format(
        $"""
        <h4>Attestations</h4>
        {Html.Each(AttestationView.Read(provenance), Attestation)}
        <p>{links.Served($"integrity/{project.NormalizedName}/{Uri.EscapeDataString(file.Version)}/{Uri.EscapeDataString(file.FileName)}/provenance", Html.Format($"Provenance (PEP 740)"))}</p>
        """);

    private static Html Attestation(AttestationView view) => Html.Format(
        $"""
        <dl class="page-pairs">
        {Html.Each(view.Facts.Where(fact => fact.Value is { Length: > 0 }), fact => Html.Format($"<dt>{fact.Name}</dt><dd><code>{fact.Value}</code></dd>\n"))}
        </dl>
        """);

    private static string Kind(FileRow file) => file.PackageType switch { "sdist" => "Source", "bdist_wheel" => "Wheel", var other => other };

    private static string Address(FileRow file) => string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
}
