using AngleSharp;
using AngleSharp.Dom;
using Ganss.Xss;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>
/// Lets through what PyPI lets through. Beyond that, nothing is loaded: images are shown by their alternative text. Identifiers and classes of
/// the page around stay its own.
/// </summary>
internal static class DescriptionSanitizer
{
    /// <summary>What identifiers and classes of the pages begin with.</summary>
    private const string Reserved = "page-";

    /// <summary>Cleans markup.</summary>
    /// <param name="markup">As the renderer made it.</param>
    /// <param name="notes">What is put in the place of empty elements <c>span</c> with these identifiers, which no description can know.</param>
    public static Html Clean(string markup, IReadOnlyDictionary<string, IReadOnlyList<DescriptionNote>> notes)
    {
        using var document = Sanitizer().SanitizeDom(markup);
        foreach (var element in document.Body!.QuerySelectorAll("*").ToList())
        {
            Restrict(element);
            if (element is { LocalName: "span", Id: { } id } && notes.TryGetValue(id, out var here))
            {
                element.Replace([.. here.Select(note => (INode)Marked(document, note))]);
            }
            else if (element.LocalName == "img")
            {
                element.Replace(Pictured(document, element));
            }
        }

        Unlink(document);
        return Html.Sanitized(document.Body!.ChildNodes.ToHtml());
    }

    /// <summary>Takes the address from links that lead nowhere on PyPI: here they would lead into the pages around.</summary>
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

    /// <summary>Not shared: the component keeps no promise about threads.</summary>
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

    private static IElement Marked(IDocument document, DescriptionNote note)
    {
        var mark = document.CreateElement("div");
        mark.SetAttribute("class", "page-note");
        mark.SetAttribute("role", "note");
        mark.TextContent = note.Line is { } line ? $"Line {line}: {note.Text}" : note.Text;
        return mark;
    }

    private static IElement Pictured(IDocument document, IElement image)
    {
        var picture = document.CreateElement("span");
        picture.SetAttribute("class", "page-image");
        picture.SetAttribute("title", image.GetAttribute("src") ?? "no address that PyPI takes");
        picture.TextContent = image.GetAttribute("alt") is { Length: > 0 } text ? $"Image: {text}" : "Image";
        return picture;
    }
}
