namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The job that rehearses a release for a merge request, which may come from a fork and then runs there: it gets no identity token.
/// </summary>
internal sealed class GitLabRehearseJob(GitLabPlan plan) : GitLabJob(plan)
{
    public YamlMap Map() => Start(Plan.Legs[0], new YamlMap { { "if", "$CI_PIPELINE_SOURCE == \"merge_request_event\"" } }).With(new()
    {
        { "needs", new YamlList([]) },
        { "variables", Sources("fetch").With(BuildVariable.Write(Plan.Variables, new() { { "NUKE_TELEMETRY_OPTOUT", "true" } })!) },
        { "script", Commands([.. Plan.StepsBeforePack, $"bash ./build.sh {Shell.Words(Plan.RehearseArguments)}{Plan.Legs[0].Option}"], Facts.Folder) },
    });
}
