namespace TrustedPublishing.Rehearsal;

/// <summary>
/// The simulated CI job, which determines the content of its identity token. The defaults are a release of <c>octo-org/greeter</c> by
/// <c>release.yml</c> for the tag <c>v1.0.0</c>.
/// </summary>
public sealed record RehearsalJob
{
    /// <summary>The CI system. Default: <see cref="PublisherProvider.GitHub"/>.</summary>
    public PublisherProvider Provider { get; init; } = PublisherProvider.GitHub;

    /// <summary>GitHub: the owner. GitLab: the group path.</summary>
    public string Owner { get; init; } = "octo-org";

    /// <summary>The owner's ID. Default: <c>123456</c>.</summary>
    public string OwnerId { get; init; } = "123456";

    /// <summary>The repository or project, without the owner.</summary>
    public string Repository { get; init; } = "greeter";

    /// <summary>GitHub: the file name of the workflow. GitLab: the path of the pipeline file.</summary>
    public string Workflow { get; init; } = "release.yml";

    /// <summary>The deployment environment of the job. Default: none.</summary>
    public string? Environment { get; init; }

    /// <summary>The full name of the branch or tag. Default: <c>refs/tags/v1.0.0</c>.</summary>
    public string Ref { get; init; } = "refs/tags/v1.0.0";

    /// <summary>The commit.</summary>
    public string Sha { get; init; } = "8f2b5c1d0e9a4736b1c2d3e4f5a60718293a4b5c";

    /// <summary>The event that triggered the run. Default: <c>push</c>.</summary>
    public string Event { get; init; } = "push";

    /// <summary>The ID of the run.</summary>
    public string RunId { get; init; } = "1658821493";

    /// <summary>Whether the job has <c>id-token: write</c>; without it, the variables of the token service are not set. Default: true.</summary>
    public bool MayAskForIdentity { get; init; } = true;

    /// <summary>
    /// Claims that override those of the token (null removes one), for claims that have no property here. Values are strings, numbers,
    /// booleans, or lists of strings. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Claims { get; init; } = new Dictionary<string, object?>();

    /// <summary>The job that <paramref name="publisher"/> trusts.</summary>
    /// <exception cref="ArgumentException">The publisher is neither on GitHub nor on GitLab: no other jobs can be simulated.</exception>
    public static RehearsalJob FromPublisher(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => new()
        {
            Owner = github.Owner,
            OwnerId = github.OwnerId,
            Repository = github.Repository,
            Workflow = github.Workflow,
            Environment = Given(github.Environment),
        },
        RehearsalPublisher.GitLab gitlab => new()
        {
            Provider = PublisherProvider.GitLab,
            Owner = gitlab.Namespace,
            Repository = gitlab.Project,
            Workflow = gitlab.WorkflowPath,
            Environment = Given(gitlab.Environment),
        },
        _ => throw new ArgumentException($"A job of {publisher.GetType().Name} cannot be simulated; request its identity token instead.", nameof(publisher)),
    };

    private static string? Given(string environment) => environment.Length == 0 ? null : environment;
}
