using TrustedPublishing.Nuke.Doctor;

namespace TrustedPublishing.Nuke.ReleaseSetup;

/// <summary>What somebody wants to set up, and for which repository.</summary>
internal sealed record ReleaseSetupRequest
{
    public required ReleaseSetupFacts Facts { get; init; }

    /// <summary>The kind that was given; null to ask.</summary>
    public required string? Kind { get; init; }

    /// <summary>The project's name that was given; null to ask.</summary>
    public required string? Name { get; init; }

    public required bool IsConfirmed { get; init; }

    /// <summary>Whether the build class declares a workflow.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>The names of the components that the build class has.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    /// <summary>What the Doctor looks at when everything is written.</summary>
    public required DoctorRequest Doctor { get; init; }
}
