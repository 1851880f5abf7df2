using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>What starts a release, and what rehearses one: pull requests never start a release.</summary>
internal sealed record WorkflowTriggers
{
    /// <summary>Tag patterns whose push starts it; empty for none.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether publishing a GitHub release starts it.</summary>
    public required bool ReleasePublished { get; init; }

    /// <summary>Whether it can be started manually.</summary>
    public required bool Dispatch { get; init; }

    /// <summary>Whether a pull request rehearses the release.</summary>
    public required bool PullRequest { get; init; }

    /// <summary>The default index.</summary>
    public required string Index { get; init; }

    /// <summary>Whether a manual start offers a choice between TestPyPI and the index.</summary>
    public bool HasChoice => Dispatch && !DeclaredPublisher.IsTestPyPI(Index);

    /// <summary>Whether it can also be published to TestPyPI and then to the index, by two jobs.</summary>
    public bool HasSequence => IsSequenceOffered && HasChoice;

    /// <summary>Whether the declaration names both.</summary>
    public bool IsSequenceOffered { get; init; }

    /// <summary>The choice of both, one after the other.</summary>
    public string Sequence => $"{DeclaredPublisher.TestPyPI};{Index}";
}
