using AngleSharp.Dom;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>The elements that the index adds to a description.</summary>
internal static class DescriptionPlaceholders
{
    /// <summary>A note at its line.</summary>
    public static IElement Note(IDocument document, DescriptionNote note)
    {
        var mark = document.CreateElement("div");
        mark.SetAttribute("class", "page-note");
        mark.SetAttribute("role", "note");
        mark.TextContent = note.Line is { } line ? $"Line {line}: {note.Text}" : note.Text;
        return mark;
    }

    /// <summary>A link where the image has an address of its own, so that it can be looked at; nothing is loaded until somebody follows it.</summary>
    public static IElement Image(IDocument document, IElement image)
    {
        var address = image.GetAttribute("src");
        var isLink = LinkNotes.OfImage(address ?? "") is null && image.Closest("a") is null;
        var picture = document.CreateElement(isLink ? "a" : "span");
        picture.SetAttribute("class", "page-image");
        picture.SetAttribute(isLink ? "href" : "title", address ?? "no address that PyPI takes");
        if (isLink)
        {
            picture.SetAttribute("rel", "nofollow noreferrer");
        }

        picture.TextContent = image.GetAttribute("alt") is { Length: > 0 } text ? $"Image, not loaded here: {text}" : "Image, not loaded here";
        return picture;
    }

    /// <summary>PyPI colours code by its language; here the language is named.</summary>
    public static IElement Language(IDocument document, string language)
    {
        var label = document.CreateElement("div");
        label.SetAttribute("class", "page-language");
        label.TextContent = language;
        return label;
    }
}
