using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>Where a publishing job of a workflow publishes, and when. Texts may be expressions.</summary>
internal sealed record PublishDestination
{
    /// <summary>The job that publishes to the index, or wherever a run that was started by hand was told to.</summary>
    public const string Job = "publish";

    /// <summary>The job that publishes to TestPyPI before that one.</summary>
    public const string TrialJob = "publish-testpypi";

    public required string Name { get; init; }

    /// <summary>The index, in the form that <c>--pypi-index</c> accepts.</summary>
    public required string Index { get; init; }

    public required string Environment { get; init; }

    /// <summary>The page that GitHub shows as the deployment's address; null when it is not known.</summary>
    public required string? Page { get; init; }

    /// <summary>The jobs that it needs besides those that compile and build.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What must be the case besides that the workflow runs; null for nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether GitHub attests where the distributions were built.</summary>
    public required bool Attests { get; init; }

    /// <summary>A run started by hand publishes where it was told, TestPyPI in an environment of its own; every other run as declared.</summary>
    public static PublishDestination FromPlan(WorkflowPlan plan) => plan.Triggers switch
    {
        { HasSequence: true } => Declared(plan) with { Needs = [TrialJob], Condition = AfterTrial(plan.Triggers) },
        { HasChoice: true } => Declared(plan) with
        {
            Index = $"${{{{ inputs.index || {Expression.Text(plan.Index)} }}}}",
            Environment = OnTestPyPI(DeclaredPublisher.TestPyPI, plan.Environment),
            Page = plan.EnvironmentUrl is { } page ? OnTestPyPI(TestPage(page), page) : null,
        },
        _ => Declared(plan),
    };

    /// <summary>TestPyPI, alone or before the index.</summary>
    public static PublishDestination Trial(WorkflowPlan plan) => new()
    {
        Name = "Publish to TestPyPI",
        Index = DeclaredPublisher.TestPyPI,
        Environment = DeclaredPublisher.TestPyPI,
        Page = plan.EnvironmentUrl is { } page ? TestPage(page) : null,
        Condition = $"(inputs.index == {Expression.Text(DeclaredPublisher.TestPyPI)} || inputs.index == {Expression.Text(plan.Triggers.Sequence)})",
        Attests = false,
    };

    private static PublishDestination Declared(WorkflowPlan plan) =>
        new() { Name = "Publish", Index = plan.Index, Environment = plan.Environment, Page = plan.EnvironmentUrl, Attests = plan.Attestations };

    /// <summary>
    /// A job that needs one that was skipped is skipped too, unless its condition asks for the state of the run; from then on nothing is implied, so
    /// that every result is asked for.
    /// </summary>
    private static string AfterTrial(WorkflowTriggers triggers) =>
        $"!cancelled() && needs.{CompilePublisherJob.Name}.result == 'success' && needs.build.result == 'success' && inputs.index != {Expression.Text(DeclaredPublisher.TestPyPI)} "
        + $"&& (needs.{TrialJob}.result == 'success' || (needs.{TrialJob}.result == 'skipped' && inputs.index != {Expression.Text(triggers.Sequence)}))";

    private static string OnTestPyPI(string there, string otherwise) => $"${{{{ inputs.index == 'testpypi' && {Expression.Text(there)} || {Expression.Text(otherwise)} }}}}";

    private static string TestPage(string page) => page.Replace("//pypi.org/", "//test.pypi.org/", StringComparison.Ordinal);
}
