using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>What the server cannot read as metadata at all: a single-value field that occurs twice, a label that occurs twice.</summary>
internal static class ShapeRules
{
    public static IEnumerable<RuleFinding> Check(MetadataInput input)
    {
        foreach (var field in MetadataFields.All.Where(field => !field.Repeats && input.Values(field) is { Count: > 1 }))
        {
            yield return MetadataFinding.Unreadable(field, $"Write {field.Header} once in the metadata.");
        }

        var labels = input.ProjectUrls().Select(pair => pair.Label).ToArray();
        if (labels.Distinct().Count() < labels.Length)
        {
            yield return MetadataFinding.Unreadable(MetadataFields.FromHeader("project-url"), "Give every project URL its own label ([project.urls]).");
        }
    }
}
