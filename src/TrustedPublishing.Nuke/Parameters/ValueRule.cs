namespace TrustedPublishing.Nuke.Parameters;

/// <summary>What the text of one parameter must be, beyond its kind.</summary>
/// <param name="value">The text; of a list, one item.</param>
/// <param name="folder">Where relative paths begin.</param>
/// <returns>What is wrong, as the rest of a sentence that begins with the parameter; null when nothing is.</returns>
internal delegate string? ValueRule(string value, string folder);
