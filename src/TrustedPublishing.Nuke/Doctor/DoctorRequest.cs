using TrustedPublishing.Nuke.Composition;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>What the Doctor should check.</summary>
internal sealed record DoctorRequest
{
    public required PublishOptions Options { get; init; }

    /// <summary>The folder of <c>pyproject.toml</c>.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>The folder of the git repository.</summary>
    public required string GitFolder { get; init; }

    /// <summary>The version stated by the build; null for none.</summary>
    public required string? Version { get; init; }

    /// <summary>A file with saved claims; null for the job's own.</summary>
    public required string? Claims { get; init; }

    public required string? GitHubToken { get; init; }

    public required OutputFile? Report { get; init; }

    public required IReadOnlyList<ComposedTarget> Targets { get; init; }

    /// <summary>Whether the declared environment is TestPyPI's own.</summary>
    public required bool IsForRunsByHand { get; init; }

    /// <summary>The declared pipeline file that the registered one must include; null if they are the same.</summary>
    public required string? Included { get; init; }
}
