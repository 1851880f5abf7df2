namespace TrustedPublishing.Nuke.Workflow;

/// <summary>One of the build jobs.</summary>
/// <param name="Name">The unique name of its files.</param>
/// <param name="Machine">The machine on which it runs: a runner image on GitHub, the tag of a runner on GitLab; null for any runner.</param>
/// <param name="Container">The container image in which it runs; null for the default image, or none.</param>
/// <param name="RuntimeIdentifiers">What it packs; empty for whatever the build packs on such a machine.</param>
internal sealed record BuildLeg(string Name, string? Machine, string? Container, IReadOnlyList<string> RuntimeIdentifiers)
{
    /// <summary>The option that tells the build what to pack, as shell words; empty to leave it to the build.</summary>
    public string Option => RuntimeIdentifiers.Count == 0 ? "" : $" --runtime-identifiers {Shell.Quote(Text)}";

    /// <summary>The runtime identifiers in the form that the build accepts.</summary>
    public string Text => string.Join(';', RuntimeIdentifiers);
}
