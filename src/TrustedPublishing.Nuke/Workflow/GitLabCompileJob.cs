namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The job that compiles and seals the publisher, from a new clone and with its own package folder, and runs no target of the build.
/// </summary>
internal sealed class GitLabCompileJob(GitLabPlan plan) : GitLabJob(plan)
{
    private const string Packages = "NUGET_PACKAGES";

    private const string Report = $"{Seals.HandedOver}/publisher.env";

    public YamlMap Map() => Start("build", Plan.Image).With(new()
    {
        { "needs", new YamlList([]) },
        { "variables", Sources("clone").With(BuildVariable.Write(Plan.Variables.Where(variable => variable.Name != Packages), new() { { Packages, "$CI_PROJECT_DIR/.packages", "not a cache that other jobs can write to" } })!) },
        { "artifacts", Artifacts([Facts.InRepository(Seals.Publisher)]).With(new()
        {
            { "reports", new YamlMap { { "dotenv", Facts.InRepository(Report), "the seal: it reaches the publishing job separately from the file" } } },
        }) },
        { "script", Commands(
            [
                Program.Restore,
                Program.Compile,
                $"{Seals.PackPublisher(Program.Files)}\necho \"{SealOfPublisher}=$({Seals.PublisherSeal})\" > {Report}",
            ],
            Facts.Folder) },
    });
}
