namespace TrustedPublishing.Nuke.Doctor;

/// <summary>All checks, in the order in which a release is set up.</summary>
internal static class DoctorChecks
{
    public static IReadOnlyList<DoctorCheck> Run(DoctorFacts facts) =>
    [
        .. PublisherChecks.Run(facts),
        .. WorkflowChecks.Run(facts),
        .. PipelineChecks.Run(facts),
        .. GitHubChecks.Run(facts),
        .. IndexChecks.Run(facts),
        .. ClaimChecks.Run(facts),
    ];
}
