namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The job that compiles and seals the publisher program. It starts from a clean checkout and runs no target of the build, so that nothing that runs
/// while distributions are built and packed can change the program that later gets an identity token.
/// </summary>
internal sealed class CompilePublisherJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    public const string Name = "compile-publisher";

    public YamlMap Map() => new()
    {
        { "name", "Compile the publisher" },
        { "if", Guard, GuardReason },
        { "runs-on", Plan.PublishImage },
        { "timeout-minutes", Plan.TimeoutMinutes },
        { "permissions", new YamlMap { { "contents", "read", "check out the sources" } } },
        { "outputs", new YamlMap { { "seal", "${{ steps.seal.outputs.seal }}" } }, "the seal: it reaches the publishing job separately from the file" },
        { "defaults", Defaults(Facts.Folder) },
        { "steps", new YamlList([
            Checkout,
            SetUpDotNet,
            Run("Restore", Program.Restore, BuildVariable.Write(Plan.Variables, [])),
            Run("Compile", Program.Compile),
            Run("Seal the publisher", $"{Seals.PackPublisher(Program.Files)}\necho \"seal=$({Seals.PublisherSeal})\" >> \"$GITHUB_OUTPUT\"", id: "seal"),
            Upload("Hand over the publisher", Seals.PublisherFolder, Seals.Publisher),
        ]) },
    };
}
