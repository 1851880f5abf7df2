using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The common parts of every page: head, skip link, navigation, and a policy that prevents it from loading or running anything.</summary>
internal static class PageFrame
{
    private static readonly string Style = ReadStyle();

    /// <summary>Allows only the page's own style, by its digest: no scripts, images, frames or forms.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'none'";

    public static string Render(PageLinks links, string title, Html content) => Html.Format(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <title>{title} · Rehearsal index</title>
        <style>{Html.Sanitized(Style)}</style>
        </head>
        <body>
        <a class="page-skip" href="#page-main">Skip to the content</a>
        <header class="page-header">
        <p class="page-brand">Rehearsal index <span>– nothing here is public</span></p>
        <nav aria-label="Pages of this index"><ul>
        {Entry(links, PageLinks.Projects, "Projects")}
        {Entry(links, PageLinks.Timeline, "Timeline")}
        {Entry(links, PageLinks.Publishers, "Publishers")}
        </ul></nav>
        </header>
        <main id="page-main" tabindex="-1">
        {content}
        </main>
        <footer class="page-footer"><p>{Origin(links)}</p></footer>
        </body>
        </html>

        """).ToString();

    private static Html Entry(PageLinks links, string page, string text) => links.Page == page
        ? Html.Format($"""<li><a href="{links.To(page)}" aria-current="page">{text}</a></li>""")
        : Html.Format($"""<li><a href="{links.To(page)}">{text}</a></li>""");

    private static string Origin(PageLinks links) => links.IsFile
        ? "Written after a rehearsal by the embedded index, which applies PyPI's rules. The index is no longer running."
        : "Served by the embedded index, which applies PyPI's rules. It is reachable from this machine only.";

    private static string ReadStyle()
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream("TrustedPublishing.Rehearsal.pages.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
