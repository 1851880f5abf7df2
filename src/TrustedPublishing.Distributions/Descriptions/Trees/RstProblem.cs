namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>Something in a reStructuredText description that docutils reports at level 2 or above, with which PyPI refuses the upload.</summary>
/// <param name="Line">Counted from 1; null when docutils names none.</param>
/// <param name="Text">What docutils says.</param>
/// <param name="BreaksOff">Whether docutils does not report it but breaks off with an exception of Python, and PyPI answers with status 500.</param>
internal sealed record RstProblem(int? Line, string Text, bool BreaksOff = false);
