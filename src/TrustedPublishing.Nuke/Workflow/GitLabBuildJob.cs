namespace TrustedPublishing.Nuke.Workflow;

/// <summary>A build job: nothing that runs in it, including dependencies, gets an identity token.</summary>
internal sealed class GitLabBuildJob(GitLabPlan plan, BuildLeg leg) : GitLabJob(plan)
{
    private string Folder => $"{Seals.HandedOver}/{leg.Name}";

    public YamlMap Map() => Start(leg).With(new()
    {
        { "needs", new YamlList([]) },
        { "variables", Sources("fetch").With(BuildVariable.Write(Plan.Variables, new() { { "NUKE_TELEMETRY_OPTOUT", "true" } })!) },
        { "artifacts", Artifacts([Facts.InRepository($"{Folder}/"), Facts.InRepository($"{Seals.HandedOver}/{SealFile(leg)}")]) },
        { "script", Commands([.. Plan.StepsBeforePack, $"bash ./build.sh {Shell.Words(Plan.PackArguments)}{leg.Option}", HandOver], Facts.Folder) },
    });

    private string HandOver =>
        $"""
        rm -rf {Seals.HandedOver}
        {Seals.HandOver(Facts.DistributionsDirectory!, Folder)}
        echo "{SealOfDistributions}=$seal" > {Seals.HandedOver}/{SealFile(leg)}
        """;
}
