namespace TrustedPublishing.Distributions.Descriptions.Trees;

/// <summary>A problem in a reStructuredText description that docutils reports at level 2 or above, for which PyPI rejects the upload.</summary>
/// <param name="Line">The line, starting at 1; null if docutils gives none.</param>
/// <param name="Text">Docutils' message.</param>
/// <param name="BreaksOff">Whether docutils raises a Python exception instead of reporting it, and PyPI responds with status 500.</param>
internal sealed record RstProblem(int? Line, string Text, bool BreaksOff = false);
