namespace TrustedPublishing.Nuke.Declaration;

/// <summary>What an attribute that writes a workflow knows about the trusted publisher: everything but the repository.</summary>
internal interface IDeclarePublisher
{
    PublisherProvider Provider { get; }

    /// <summary>The folder of the Python project, relative to the build's root, with forward slashes; null for the build's own.</summary>
    string? Project { get; }

    /// <summary>The name under which the workflow must be registered.</summary>
    string RegisteredWorkflow { get; }

    string? RegisteredEnvironment { get; }

    /// <summary>The repository as <c>owner/name</c> when the declaration says it; null for the git remote's.</summary>
    string? RegisteredRepository { get; }
}
