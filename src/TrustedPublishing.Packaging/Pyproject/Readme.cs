namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The long description.</summary>
/// <param name="Path">The file's path from the project's folder; null when the text stands in <c>pyproject.toml</c>.</param>
/// <param name="Text">The text with LF line ends.</param>
/// <param name="ContentType">For example <c>text/markdown</c>.</param>
internal sealed record Readme(string? Path, string Text, string ContentType);
