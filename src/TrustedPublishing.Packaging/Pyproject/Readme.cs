namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The long description.</summary>
/// <param name="Paths">The files' paths relative to the project's folder; empty if the text is in <c>pyproject.toml</c>.</param>
/// <param name="Text">The text with LF line endings.</param>
/// <param name="ContentType">For example <c>text/markdown</c>.</param>
internal sealed record Readme(IReadOnlyList<string> Paths, string Text, string ContentType);
