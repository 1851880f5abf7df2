namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The job that rehearses a release for a pull request, which may come from a fork: it has nothing worth stealing.</summary>
internal sealed class RehearseJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    public YamlMap Map() => new()
    {
        { "name", "Rehearse" },
        { "if", "github.event_name == 'pull_request'" },
        { "runs-on", Leg.Machine },
        { "container", Leg.Container },
        { "timeout-minutes", Plan.TimeoutMinutes },
        { "permissions", new YamlMap { { "contents", "read", "check out the sources" } } },
        { "defaults", Defaults(Facts.Folder) },
        { "steps", new YamlList([.. Steps()]) },
    };

    private BuildLeg Leg => Plan.Legs[0];

    /// <summary>Anyone who opens a pull request may read the variables; secrets are not provided.</summary>
    private IEnumerable<YamlMap> Steps() =>
    [
        Checkout,
        .. Leg.Container is null ? (YamlMap[])[] : [TrustSources(null)],
        SetUpDotNet,
        .. SetUpPython,
        .. Plan.StepsBeforePack.Select((commands, index) => Run($"Prepare {index + 1}", commands, BuildVariable.Write(Plan.PublicVariables, []))),
        Run("Rehearse", $"bash ./build.sh {Shell.Words(Plan.RehearseArguments)}{Leg.Option}", BuildVariable.Write(Plan.PublicVariables, new() { { "NUKE_TELEMETRY_OPTOUT", "true" } })),
    ];
}
