namespace TrustedPublishing;

/// <summary>
/// The publisher that the repository declares and that must be registered on the index. PyPI does not reveal which publishers are
/// registered, so the claims of an identity token are compared with this declaration.
/// </summary>
public sealed record TrustedPublisher
{
    /// <summary>The CI system that vouches for the job. Default: <see cref="PublisherProvider.GitHub"/>.</summary>
    public PublisherProvider Provider { get; init; } = PublisherProvider.GitHub;

    /// <summary>GitHub: the owner. GitLab: the namespace (group path).</summary>
    public required string Owner { get; init; }

    /// <summary>GitHub: the repository's name without owner, spelled as GitHub spells it (PyPI compares case-sensitively). GitLab: the project.</summary>
    public required string Repository { get; init; }

    /// <summary>GitHub: the file name of the workflow, without folder. GitLab: the path of the pipeline file.</summary>
    public required string Workflow { get; init; }

    /// <summary>The deployment environment, or null if the publisher names none.</summary>
    public string? Environment { get; init; }
}
