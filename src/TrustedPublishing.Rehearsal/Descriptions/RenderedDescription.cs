using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>A description as PyPI shows it.</summary>
/// <param name="Content">The markup, sanitised.</param>
/// <param name="Notes">What is different there, in the order of lines.</param>
internal sealed record RenderedDescription(Html Content, IReadOnlyList<DescriptionNote> Notes)
{
    /// <summary>Renders by the declared content type as PyPI does (pypi/warehouse, <c>utils/readme.py</c>): reStructuredText when none is declared.</summary>
    public static RenderedDescription Render(string description, string? contentType) =>
        ContentType.Parse(string.IsNullOrWhiteSpace(contentType) ? "text/x-rst" : contentType).Type switch
        {
            "text/markdown" => MarkdownDescription.Render(description),
            "text/x-rst" => RstDescription.Render(description),
            _ => new(AsText(description), []),
        };

    /// <summary>Text as it is written.</summary>
    public static Html AsText(string description) => Html.Format($"<pre>{description.ReplaceLineEndings("\n")}</pre>");
}
