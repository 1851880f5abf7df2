namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The long description.</summary>
/// <param name="Paths">The files' paths from the project's folder; none when the text stands in <c>pyproject.toml</c>.</param>
/// <param name="Text">The text with LF line ends.</param>
/// <param name="ContentType">For example <c>text/markdown</c>.</param>
internal sealed record Readme(IReadOnlyList<string> Paths, string Text, string ContentType);
