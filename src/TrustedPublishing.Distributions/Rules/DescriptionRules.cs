using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using TrustedPublishing.Distributions.Descriptions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>Whether the description renders: PyPI rejects reStructuredText with warnings, and any description that renders to nothing.</summary>
internal static class DescriptionRules
{
    private const string See = "See https://pypi.org/help/#description-content-type for more information.";

    /// <summary>Longer text is not checked: parsing it might take longer than sending it.</summary>
    private const int LongestJudged = 1024 * 1024;

    /// <summary>
    /// The GitHub Markdown extensions that can make text disappear. PyPI renders every description as GitHub-flavoured Markdown, whatever variant is
    /// declared (pypi/warehouse, <c>warehouse/utils/readme.py</c>).
    /// </summary>
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UseFootnotes().UsePipeTables().Build();

    public static IEnumerable<Finding> Check(UploadForm form)
    {
        var input = new MetadataInput(form);
        if (input.Single("description") is not { } description)
        {
            return [];
        }

        var declared = input.Single("description-content-type");
        var type = ContentType.Parse(declared ?? "text/x-rst");
        return type.Type switch
        {
            "text/markdown" => IsEmptyMarkdown(description) ? [Refused(declared, "The description renders to nothing. Add some text, or omit the description.")] : [],
            "text/x-rst" when description.Length > LongestJudged => [NotJudged("its length of more than a million characters")],
            "text/x-rst" => OfText(description, declared),
            _ => [],
        };
    }

    private static IEnumerable<Finding> OfText(string description, string? declared)
    {
        var verdict = RstReader.Read(description);
        if (verdict.Problems.Count > 0)
        {
            var problems = verdict.Problems.Select(problem => $"{(problem.Line is { } line ? $"line {line}: " : "")}{problem.Text.ReplaceLineEndings(" ")}");
            var remedy = $"Correct the reStructuredText{(declared is null ? ", or declare text/markdown if that is what it is" : "")}. {string.Join(" ", problems)}";
            yield return verdict.Problems[0].BreaksOff ? BrokenOff(remedy) : Refused(declared, remedy);
        }
        else if (!verdict.ShowsSomething)
        {
            yield return Refused(declared, "The description renders to nothing. Add some text, or omit the description.");
        }
    }

    private static Finding Refused(string? declared, string remedy) => new(FindingSeverity.Error, null,
        declared is null ? $"The description failed to render in the default format of reStructuredText. {See}" : $"The description failed to render for '{declared}'. {See}",
        remedy) { IsPolicy = true };

    private static Finding BrokenOff(string remedy) => new(FindingSeverity.Error, null,
        "PyPI's server fails on the description with status 500 (Internal Server Error): docutils cannot process it.", remedy) { ServerFails = true, IsPolicy = true };

    private static Finding NotJudged(string what) => new(FindingSeverity.Warning, null, $"The description was checked, except for {what}.",
        "PyPI rejects reStructuredText for which docutils prints a warning; to be sure, render it with docutils (rst2html --halt=2) before publishing.");

    /// <summary>
    /// Unreferenced link definitions and footnotes render to nothing, and so does a byte order mark. Only text that starts with a bracket can
    /// consist of them alone.
    /// </summary>
    private static bool IsEmptyMarkdown(string description)
    {
        var text = (description.StartsWith('\ufeff') ? description[1..] : description).Trim(' ', '\t', '\r', '\n');
        try
        {
            return text.Length == 0 || (text[0] == '[' && Markdown.Parse(FootnoteText.Separate(description.TrimStart('\ufeff')), GitHub).All(ShowsNothing));
        }
        catch (ArgumentException)
        {
            // Too deeply nested for Markdig, so it is not empty.
            return false;
        }
    }

    private static bool ShowsNothing(Block block) =>
        block is LinkReferenceDefinitionGroup || (block is FootnoteGroup notes && notes.OfType<Footnote>().All(note => note.Links.Count == 0));
}
