using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>What was found in a description.</summary>
/// <param name="Problems">What docutils reports. The first is the one at which PyPI stops.</param>
/// <param name="ShowsSomething">Whether there is anything to show.</param>
internal sealed record RstVerdict(IReadOnlyList<RstProblem> Problems, bool ShowsSomething);
