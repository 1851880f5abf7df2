namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Which workflows are checked, and whether their pins are renewed before.</summary>
internal sealed record WorkflowCheckRequest
{
    /// <summary>The folder of the git repository.</summary>
    public required string GitFolder { get; init; }

    public required IReadOnlyList<IGenerateWorkflow> Workflows { get; init; }

    /// <summary>Reads what a workflow needs to know of the repository, the pins in the committed file among it.</summary>
    public required Func<IGenerateWorkflow, RepositoryFacts> ReadFacts { get; init; }

    public required bool UpdatesPins { get; init; }

    /// <summary>How old a release of an action must be.</summary>
    public required TimeSpan PinCoolDown { get; init; }

    /// <summary>The token for GitHub's API that was given; null for that of the environment.</summary>
    public required string? GitHubToken { get; init; }
}
