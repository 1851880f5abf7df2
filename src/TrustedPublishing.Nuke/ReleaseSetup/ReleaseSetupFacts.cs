namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>What a repository already has, as far as it determines what is missing. Paths are relative to the root, with forward slashes.</summary>
internal sealed record ReleaseSetupFacts
{
    /// <summary>The folder of <c>pyproject.toml</c>, with a trailing slash, or empty for the root.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>The folder for build outputs.</summary>
    public required string ArtifactsFolder { get; init; }

    public required bool HasProjectFile { get; init; }

    public required bool HasReadme { get; init; }

    /// <summary>The file's text; null if it does not exist.</summary>
    public required string? GitIgnore { get; init; }

    /// <inheritdoc cref="GitIgnore"/>
    public required string? GitAttributes { get; init; }

    /// <summary>
    /// The path and text of the workflow; null if the build declares one, which is then generated automatically, or if the file exists.
    /// </summary>
    public required (string Path, string Text)? Workflow { get; init; }
}
