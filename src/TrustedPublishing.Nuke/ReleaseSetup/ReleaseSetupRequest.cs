using TrustedPublishing.Nuke.Doctor;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>The requested setup and its repository.</summary>
internal sealed record ReleaseSetupRequest
{
    public required ReleaseSetupFacts Facts { get; init; }

    /// <summary>The given kind; null to ask.</summary>
    public required string? Kind { get; init; }

    /// <summary>The given project name; null to ask.</summary>
    public required string? Name { get; init; }

    public required bool IsConfirmed { get; init; }

    /// <summary>Whether the build class declares a workflow.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>The names of the build class's components.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    /// <summary>The request for the Doctor, which runs after everything has been written.</summary>
    public required DoctorRequest Doctor { get; init; }
}
