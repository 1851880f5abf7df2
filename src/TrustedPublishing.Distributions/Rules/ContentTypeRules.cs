using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>The rules for <c>Description-Content-Type</c>. Charset and variant are case-sensitive: <c>utf-8</c> is rejected.</summary>
internal static class ContentTypeRules
{
    private const string Field = "description-content-type";

    public static IEnumerable<RuleFinding> Check(string value)
    {
        if (PythonText.Lines(value).Skip(1).Any())
        {
            yield return MetadataFinding.ServerFails(Field, "its value spans several lines", "Write the content type on one line.");
            yield break;
        }

        var parsed = ContentType.Parse(value);
        if (parsed.Type is not ("text/plain" or "text/x-rst" or "text/markdown") || !value.Contains(parsed.Type, StringComparison.OrdinalIgnoreCase))
        {
            yield return MetadataFinding.OfSpecification(Field, $"'{Field}' must be one of ['text/plain', 'text/x-rst', 'text/markdown'], not {PythonText.Repr(value)}",
                "Declare text/markdown, text/x-rst or text/plain.");
        }
        else if (parsed.Charset is { } charset and not "UTF-8")
        {
            yield return MetadataFinding.OfSpecification(Field, $"'{Field}' can only specify the UTF-8 charset, not {PythonText.Repr(charset)}",
                "Write charset=UTF-8 in upper case, or omit the charset.");
        }
        else if (parsed is { Type: "text/markdown", Variant: { } variant and not ("GFM" or "CommonMark") })
        {
            yield return MetadataFinding.OfSpecification(Field, $"valid Markdown variants for '{Field}' are ['GFM', 'CommonMark'], not {PythonText.Repr(variant)}",
                "Write variant=GFM or variant=CommonMark, with exactly this spelling, or omit the variant.");
        }
    }
}
