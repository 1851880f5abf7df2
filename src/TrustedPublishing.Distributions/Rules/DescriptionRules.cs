using System.Text.RegularExpressions;
using TrustedPublishing.Distributions.Descriptions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>Whether the description renders: PyPI refuses reStructuredText with warnings, and anything that renders to nothing.</summary>
internal static partial class DescriptionRules
{
    private const string See = "See https://pypi.org/help/#description-content-type for more information.";

    /// <summary>Longer text is taken as it is: reading it might take longer than sending it.</summary>
    private const int LongestJudged = 1024 * 1024;

    public static IEnumerable<Finding> Of(UploadForm form)
    {
        var input = new MetadataInput(form);
        if (input.Single("description") is not { } description)
        {
            return [];
        }

        var declared = input.Single("description-content-type");
        return ContentType.Parse(declared ?? "text/x-rst").Type switch
        {
            "text/markdown" => IsEmptyMarkdown(description) ? [Refused(declared, "The description shows nothing. Write some text, or leave it out.")] : [],
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
            yield return Refused(declared, $"Correct the reStructuredText{(declared is null ? ", or declare text/markdown if that is what it is" : "")}. {string.Join(" ", problems)}");
        }
        else if (!verdict.ShowsSomething)
        {
            yield return Refused(declared, "The description shows nothing. Write some text, or leave it out.");
        }
    }

    private static Finding Refused(string? declared, string remedy) => new(FindingSeverity.Error, null,
        declared is null ? $"The description failed to render in the default format of reStructuredText. {See}" : $"The description failed to render for '{declared}'. {See}",
        remedy) { IsPolicy = true };

    private static Finding NotJudged(string what) => new(FindingSeverity.Warning, null, $"The description was judged except for {what}.",
        "PyPI refuses reStructuredText for which docutils gives a warning; to be sure, render it with docutils (rst2html --halt=2) before publishing.");

    /// <summary>White space and link definitions render to nothing.</summary>
    private static bool IsEmptyMarkdown(string description) =>
        description.Split('\n').All(line => PythonText.Strip(line).Length == 0 || LinkDefinition().IsMatch(line));

    [GeneratedRegex(@"\A {0,3}\[[^\[\]]+\]:[ \t]*\S+[ \t]*\r?\z")]
    private static partial Regex LinkDefinition();
}
