namespace TrustedPublishing.Distributions;

/// <summary>A text field of an upload form.</summary>
/// <param name="Name">The field's name as the index's form spells it, for example <c>requires_dist</c>.</param>
/// <param name="Value">The value as text.</param>
public sealed record FormField(string Name, string Value);
