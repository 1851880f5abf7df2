namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Every check, in the order in which somebody sets a release up.</summary>
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
