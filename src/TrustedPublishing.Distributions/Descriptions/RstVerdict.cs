using TrustedPublishing.Distributions.Descriptions.Trees;

namespace TrustedPublishing.Distributions.Descriptions;

/// <summary>The result of checking a description.</summary>
/// <param name="Problems">The problems that docutils reports. PyPI stops at the first.</param>
/// <param name="ShowsSomething">Whether the rendered description is not empty.</param>
internal sealed record RstVerdict(IReadOnlyList<RstProblem> Problems, bool ShowsSomething);
