using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Metadata;

namespace TrustedPublishing.Distributions.Rules;

/// <summary>
/// The rules for <c>Dynamic</c>: packaging accepts every field except three; PyPI accepts all of those except <c>Dynamic</c> itself.
/// </summary>
internal static class DynamicRules
{
    private const string Remedy = "Name a metadata field whose value may differ between sdist and wheel, for example Dynamic: Requires-Dist.";

    public static IEnumerable<RuleFinding> OfSpecification(string value)
    {
        var name = value.ToLowerInvariant();
        if (name is "name" or "version" or "metadata-version")
        {
            yield return MetadataFinding.OfSpecification("dynamic", $"{PythonText.Repr(name)} is not allowed as a dynamic field", Remedy);
        }
        else if (!MetadataFields.All.Any(field => field.Header == name))
        {
            yield return MetadataFinding.OfSpecification("dynamic", $"{PythonText.Repr(name)} is not a valid dynamic field", Remedy);
        }
    }

    public static IEnumerable<RuleFinding> OfPyPI(string value) => !value.Equals("dynamic", StringComparison.OrdinalIgnoreCase) ? [] :
        [MetadataFinding.Create("dynamic", "Dynamic field 'dynamic' is not a valid dynamic field.", Remedy)];
}
