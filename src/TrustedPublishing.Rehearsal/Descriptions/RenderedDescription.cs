using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>A description as shown by PyPI.</summary>
/// <param name="Content">The sanitised markup.</param>
/// <param name="Notes">What PyPI shows differently, by line.</param>
internal sealed record RenderedDescription(Html Content, IReadOnlyList<DescriptionNote> Notes)
{
    /// <summary>
    /// Renders a description according to its declared content type, as PyPI does (pypi/warehouse, <c>utils/readme.py</c>); the default is
    /// reStructuredText.
    /// </summary>
    public static RenderedDescription Render(string description, string? contentType) =>
        ContentType.Parse(string.IsNullOrWhiteSpace(contentType) ? "text/x-rst" : contentType).Type switch
        {
            "text/markdown" => MarkdownDescription.Render(description),
            "text/x-rst" => RstDescription.Render(description),
            _ => new(AsText(description), []),
        };

    /// <summary>The unrendered text.</summary>
    public static Html AsText(string description) => Html.Format($"<pre>{description.ReplaceLineEndings("\n")}</pre>");
}
