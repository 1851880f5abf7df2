namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The job that builds: whatever runs in it, dependencies included, gets no identity token.</summary>
internal sealed class GitLabBuildJob(GitLabPlan plan) : GitLabJob(plan)
{
    public YamlMap Map() => Start("build", Plan.Image).With(new()
    {
        { "needs", new YamlList([]) },
        { "variables", Sources("fetch").With(BuildVariable.Write(Plan.Variables, new() { { "NUKE_TELEMETRY_OPTOUT", "true" } })!) },
        { "artifacts", Artifacts([Facts.InRepository($"{Seals.Distributions}/"), Facts.InRepository($"{Seals.HandedOver}/{SealFile}")]) },
        { "script", Commands([.. Plan.StepsBeforePack, $"bash ./build.sh {Shell.Words(Plan.PackArguments)}", HandOver], Facts.Folder) },
    });

    private string HandOver =>
        $"""
        rm -rf {Seals.HandedOver}
        {Seals.HandOver(Facts.DistributionsDirectory!)}
        echo "{SealOfDistributions}=$seal" > {Seals.HandedOver}/{SealFile}
        """;
}
