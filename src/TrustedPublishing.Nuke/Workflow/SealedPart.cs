namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Distributions that one building job handed over.</summary>
/// <param name="Folder">The folder in which they arrived, below that of all that was handed over.</param>
/// <param name="Variable">The variable with their seal.</param>
internal sealed record SealedPart(string Folder, string Variable);
