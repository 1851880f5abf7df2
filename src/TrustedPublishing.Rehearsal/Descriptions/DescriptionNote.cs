namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>A part of a description that PyPI shows differently than its author may expect, or not at all.</summary>
/// <param name="Line">The line of the description, starting at 1; null if it concerns the whole description.</param>
/// <param name="Text">What PyPI shows, and what to write instead.</param>
internal sealed record DescriptionNote(int? Line, string Text);
