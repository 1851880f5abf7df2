using TrustedPublishing.Nuke.Declaration;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The destination and conditions of a publishing job in a workflow. Texts may be expressions.</summary>
internal sealed record PublishDestination
{
    /// <summary>The job that publishes to the index, or to the destination selected for a manually started run.</summary>
    public const string Job = "publish";

    /// <summary>The job that publishes to TestPyPI first.</summary>
    public const string TrialJob = "publish-testpypi";

    public required string Name { get; init; }

    /// <summary>The index, in the form that <c>--pypi-index</c> accepts.</summary>
    public required string Index { get; init; }

    public required string Environment { get; init; }

    /// <summary>The URL that GitHub shows for the deployment; null if it is unknown.</summary>
    public required string? Page { get; init; }

    /// <summary>The jobs that it needs in addition to those that compile and build.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>An additional condition of the job; null for none.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether GitHub attests where the distributions were built.</summary>
    public required bool Attests { get; init; }

    /// <summary>
    /// A manually started run publishes to its selected destination, with a separate environment for TestPyPI; every other run publishes as declared.
    /// </summary>
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
    /// A job that needs a skipped job is skipped too, unless its condition refers to the state of the run. Such a condition replaces the implicit
    /// ones, so it must check every result.
    /// </summary>
    private static string AfterTrial(WorkflowTriggers triggers) =>
        $"!cancelled() && needs.{CompilePublisherJob.Name}.result == 'success' && needs.build.result == 'success' && inputs.index != {Expression.Text(DeclaredPublisher.TestPyPI)} "
        + $"&& (needs.{TrialJob}.result == 'success' || (needs.{TrialJob}.result == 'skipped' && inputs.index != {Expression.Text(triggers.Sequence)}))";

    private static string OnTestPyPI(string there, string otherwise) => $"${{{{ inputs.index == 'testpypi' && {Expression.Text(there)} || {Expression.Text(otherwise)} }}}}";

    private static string TestPage(string page) => page.Replace("//pypi.org/", "//test.pypi.org/", StringComparison.Ordinal);
}
