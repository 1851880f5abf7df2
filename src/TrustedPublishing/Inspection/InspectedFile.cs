using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>The result of inspecting one file.</summary>
/// <param name="Distribution">Null if the file could not even be identified.</param>
/// <param name="Findings">The reasons why the index would reject the file, and warnings.</param>
internal sealed record InspectedFile(Distribution? Distribution, IReadOnlyList<Finding> Findings)
{
    public static InspectedFile Unusable(Finding finding) => new(null, [finding]);
}
