namespace TrustedPublishing.Nuke;

/// <summary>Every check, in the order in which somebody sets a release up.</summary>
internal static class DoctorJudgement
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
