namespace TrustedPublishing.Nuke.Doctor;

/// <summary>Every check, in the order in which somebody sets a release up.</summary>
internal static class DoctorChecks
{
    public static IReadOnlyList<DoctorCheck> Of(DoctorFacts facts) =>
    [
        .. PublisherChecks.Of(facts),
        .. WorkflowChecks.Of(facts),
        .. PipelineChecks.Of(facts),
        .. GitHubChecks.Of(facts),
        .. IndexChecks.Of(facts),
        .. ClaimChecks.Of(facts),
    ];
}
