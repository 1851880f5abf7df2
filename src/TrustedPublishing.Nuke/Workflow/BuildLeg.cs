namespace TrustedPublishing.Nuke.Workflow;

/// <summary>One of the jobs that build.</summary>
/// <param name="Name">What its files are called; no other job's are.</param>
/// <param name="Machine">Where it runs: a runner image on GitHub, the tag of a runner on GitLab; null for any runner.</param>
/// <param name="Container">The container image in which it runs; null for the usual one, or none.</param>
/// <param name="RuntimeIdentifiers">What it packs; empty for what the build packs on such a machine.</param>
internal sealed record BuildLeg(string Name, string? Machine, string? Container, IReadOnlyList<string> RuntimeIdentifiers)
{
    /// <summary>The option that tells the build what to pack, as words of the shell; empty when it is left to the build.</summary>
    public string Option => RuntimeIdentifiers.Count == 0 ? "" : $" --runtime-identifiers {Shell.Quote(Text)}";

    /// <summary>The runtime identifiers as the build takes them.</summary>
    public string Text => string.Join(';', RuntimeIdentifiers);
}
