namespace TrustedPublishing.Nuke.Declaration;

/// <summary>The trusted publisher according to an attribute that generates a workflow: everything except the repository.</summary>
internal interface IDeclarePublisher
{
    PublisherProvider Provider { get; }

    /// <summary>The folder of the Python project, relative to the build's root, with forward slashes; null for the build's own.</summary>
    string? Project { get; }

    /// <summary>The name under which the workflow must be registered.</summary>
    string RegisteredWorkflow { get; }

    string? RegisteredEnvironment { get; }

    /// <summary>The repository as <c>owner/name</c> if the declaration names one; null to use the git remote's.</summary>
    string? RegisteredRepository { get; }

    /// <summary>The file that is generated, relative to the repository's root, with forward slashes.</summary>
    string GeneratedFile { get; }

    /// <summary>Whether a manually started release can go to TestPyPI, in the environment <c>testpypi</c>.</summary>
    bool OffersTestPyPI { get; }
}
