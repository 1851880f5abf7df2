using TrustedPublishing.Distributions;

namespace TrustedPublishing.Inspection;

/// <summary>What was found out about one file.</summary>
/// <param name="Distribution">Null when it is not even known what the file is.</param>
/// <param name="Findings">What the index would say.</param>
internal sealed record InspectedFile(Distribution? Distribution, IReadOnlyList<Finding> Findings)
{
    public static InspectedFile Unusable(Finding finding) => new(null, [finding]);
}
