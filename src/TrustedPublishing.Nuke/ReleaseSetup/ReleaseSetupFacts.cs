namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>What a repository has, as far as it decides what is missing. Paths are relative to the root, with forward slashes.</summary>
internal sealed record ReleaseSetupFacts
{
    /// <summary>The folder of <c>pyproject.toml</c>, with a slash at its end, or empty for the root.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>The folder of what the build makes.</summary>
    public required string ArtifactsFolder { get; init; }

    public required bool HasProjectFile { get; init; }

    public required bool HasReadme { get; init; }

    /// <summary>The file's text; null when there is none.</summary>
    public required string? GitIgnore { get; init; }

    /// <inheritdoc cref="GitIgnore"/>
    public required string? GitAttributes { get; init; }

    /// <summary>Where the workflow belongs, and its text; null when the build declares one, which is then written by itself, or the file exists.</summary>
    public required (string Path, string Text)? Workflow { get; init; }
}
