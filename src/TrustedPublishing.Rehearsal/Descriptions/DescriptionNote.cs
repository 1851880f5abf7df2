namespace TrustedPublishing.Rehearsal.Descriptions;

/// <summary>Something that PyPI shows differently from what its author may expect, or not at all.</summary>
/// <param name="Line">The line of the description, counted from 1; null when it is about all of it.</param>
/// <param name="Text">What happens on PyPI, and what to write instead.</param>
internal sealed record DescriptionNote(int? Line, string Text);
