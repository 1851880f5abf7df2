using Nuke.Common.Utilities;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The job that builds, on each image: whatever runs in it, dependencies included, cannot ask for an identity token.</summary>
internal sealed class BuildJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    private bool IsMatrix => Plan.Images.Count > 1;

    private string Image => IsMatrix ? "${{ matrix.image }}" : Plan.Images[0];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("build:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: Build and pack{(IsMatrix ? " on ${{ matrix.image }}" : "")}");
            WriteGuard(writer);
            WriteMatrix(writer);
            writer.WriteLine($"runs-on: {Image}");
            writer.WriteLine($"timeout-minutes: {Plan.TimeoutMinutes}");
            writer.WriteLines(
                """
                permissions:
                  contents: read # check out the sources; without id-token, nothing that runs here can publish
                outputs: # the seals: they reach the publishing job on another way than the files
                  build: ${{ steps.seal-build.outputs.digest }}
                """);
            using (writer.Indent())
            {
                foreach (var leg in Enumerable.Range(1, Plan.Images.Count))
                {
                    writer.WriteLine($"distributions-{leg}: ${{{{ steps.seal.outputs.distributions-{leg} }}}}");
                }
            }

            WriteSteps(writer, Steps());
        }
    }

    private void WriteMatrix(CustomFileWriter writer)
    {
        if (!IsMatrix)
        {
            return;
        }

        writer.WriteLines("strategy:\n  matrix:\n    include:");
        foreach (var (index, image) in Plan.Images.Index())
        {
            writer.WriteLine($"      - {{leg: {index + 1}, image: {image}}}");
        }
    }

    private IEnumerable<WorkflowStep> Steps() =>
    [
        new("Check out the sources") { Uses = Pin(PinnedAction.Checkout), With = [("persist-credentials", "false")] },
        new("Set up .NET") { Uses = Pin(PinnedAction.SetupDotNet), With = [Plan.HasGlobalJson ? ("global-json-file", "global.json") : ("dotnet-version", Yaml.Quote(Plan.DotNetVersion))] },
        .. Plan.PythonVersion is null ? [] : (WorkflowStep[])[new("Set up Python") { Uses = Pin(PinnedAction.SetupPython), With = [("python-version", Yaml.Quote(Plan.PythonVersion))] }],
        .. Plan.StepsBeforePack.Select((commands, index) => new WorkflowStep($"Prepare {index + 1}") { Run = commands }),
        new("Pack") { Run = $"./build.sh {Shell.Words(Plan.PackArguments)}", Variables = [("NUKE_TELEMETRY_OPTOUT", "'true'")] },
        SealDistributions,
        Upload("Hand over the distributions", $"distributions-{Image}", Plan.DistributionsDirectory),
        SealBuild,
        Upload("Hand over the compiled build", "build", "build.tar", OnlyOnFirstImage),
    ];

    /// <summary>GitHub keeps one value per output of a matrix, so each image writes one of its own.</summary>
    private WorkflowStep SealDistributions => new("Seal the distributions")
    {
        Id = "seal",
        Variables = [("LEG", IsMatrix ? "${{ matrix.leg }}" : "1")],
        Run = $"""
            echo "distributions-$LEG=$(openssl dgst -sha256 -r {Shell.Quote($"{Plan.DistributionsDirectory}/SHA256SUMS")} | cut -d ' ' -f 1)" >> "$GITHUB_OUTPUT"
            """,
    };

    private WorkflowStep SealBuild => new("Seal the compiled build")
    {
        Id = "seal-build",
        If = OnlyOnFirstImage,
        Run = $"""
            tar -cf build.tar {Shell.Quoted([Plan.BuildDirectory, .. Plan.BuildInputs])}
            echo "digest=$(openssl dgst -sha256 -r build.tar | cut -d ' ' -f 1)" >> "$GITHUB_OUTPUT"
            """,
    };

    private string? OnlyOnFirstImage => IsMatrix ? "matrix.leg == 1" : null;

    private WorkflowStep Upload(string name, string artifact, string path, string? condition = null) => new(name)
    {
        If = condition,
        Uses = Pin(PinnedAction.UploadArtifact),
        With = [("name", artifact), ("path", path), ("if-no-files-found", "error"), ("retention-days", "7"), ("compression-level", "0")],
    };
}
