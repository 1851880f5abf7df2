using AngleSharp;
using AngleSharp.Dom;
using Ganss.Xss;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>
/// Allows the markup that PyPI allows, but loads nothing: an image becomes a link with its alternative text. The identifiers and classes of the
/// surrounding page are reserved.
/// </summary>
internal static class DescriptionSanitizer
{
    /// <summary>The prefix of the page's own identifiers and classes.</summary>
    private const string Reserved = "page-";

    /// <summary>The prefix of the class that names the language of a code block.</summary>
    private const string LanguageClass = "language-";

    /// <summary>Sanitises markup.</summary>
    /// <param name="markup">The renderer's output.</param>
    /// <param name="notes">The notes that replace empty <c>span</c> elements with these identifiers, which a description cannot guess.</param>
    public static Html Clean(string markup, IReadOnlyDictionary<string, IReadOnlyList<DescriptionNote>> notes)
    {
        using var document = Sanitizer().SanitizeDom(markup);
        foreach (var element in document.Body!.QuerySelectorAll("*").ToList())
        {
            Restrict(element);
            if (element is { LocalName: "span", Id: { } id } && notes.TryGetValue(id, out var here))
            {
                element.Replace([.. here.Select(note => (INode)DescriptionPlaceholders.Note(document, note))]);
            }
            else if (element.LocalName == "img")
            {
                element.Replace(DescriptionPlaceholders.Image(document, element));
            }
            else if (element is { LocalName: "code", ParentElement: { LocalName: "pre" } block } && LanguageOf(element) is { } language)
            {
                block.Before(DescriptionPlaceholders.Language(document, language));
            }
        }

        Unlink(document);
        return Html.Sanitized(document.Body!.ChildNodes.ToHtml());
    }

    /// <summary>Removes the targets of links that do not work on PyPI: here they would lead to the surrounding pages.</summary>
    private static void Unlink(IDocument document)
    {
        foreach (var link in document.QuerySelectorAll("a[href]"))
        {
            var address = link.GetAttribute("href")!.Trim();
            if (address.StartsWith("//", StringComparison.Ordinal))
            {
                link.SetAttribute("href", $"https:{address}");
            }
            else if (!(address.StartsWith('#') ? document.GetElementById(Uri.UnescapeDataString(address[1..])) is not null : LinkNotes.IsAbsolute(address)))
            {
                link.RemoveAttribute("href");
            }
        }
    }

    /// <summary>Not shared, because the component is not documented as thread-safe.</summary>
    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(AllowedMarkup.Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(AllowedMarkup.Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(AllowedMarkup.Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        })
        { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, removal) =>
        {
            if (removal.Tag.LocalName is "script" or "style")
            {
                removal.Tag.TextContent = "";
            }
        };
        return sanitizer;
    }

    private static void Restrict(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(attribute => !AllowedMarkup.Allows(element.LocalName, attribute.Name)).ToList())
        {
            element.RemoveAttribute(attribute.Name);
        }

        if (element.Id?.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase) == true)
        {
            element.RemoveAttribute("id");
        }

        foreach (var name in element.ClassList.Where(name => name.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            element.ClassList.Remove(name);
        }

        if (element.LocalName == "a")
        {
            element.SetAttribute("rel", "nofollow");
        }
        else if (element.LocalName == "input")
        {
            element.SetAttribute("disabled", "");
        }
    }

    private static string? LanguageOf(IElement code) =>
        code.ClassList.FirstOrDefault(name => name.StartsWith(LanguageClass, StringComparison.Ordinal) && name.Length > LanguageClass.Length)?[LanguageClass.Length..];
}
