namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The job that builds, on each image: whatever runs in it, dependencies included, cannot ask for an identity token.</summary>
internal sealed class BuildJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    private bool IsMatrix => Plan.Images.Count > 1;

    private string Image => IsMatrix ? "${{ matrix.image }}" : Plan.Images[0];

    public YamlMap Map() => new()
    {
        { "name", $"Build and pack{(IsMatrix ? " on ${{ matrix.image }}" : "")}" },
        { "if", Guard, GuardReason },
        { "strategy", Strategy },
        { "runs-on", Image },
        { "timeout-minutes", Plan.TimeoutMinutes },
        { "permissions", new YamlMap { { "contents", "read", "check out the sources; without id-token, nothing that runs here can publish" } } },
        { "outputs", Outputs, "the seals: they reach the publishing job separately from the files" },
        { "defaults", Defaults(Facts.Folder) },
        { "steps", new YamlList([.. Steps()]) },
    };

    private YamlMap? Strategy => !IsMatrix ? null : new YamlMap
    {
        { "matrix", new YamlMap { { "include", new YamlList([.. Plan.Images.Select((image, index) => new YamlMap { { "leg", index + 1 }, { "image", image } })]) } } },
    };

    private YamlMap Outputs
    {
        get
        {
            YamlMap outputs = [];
            foreach (var leg in Enumerable.Range(1, Plan.Images.Count))
            {
                outputs.Add($"distributions-{leg}", $"${{{{ steps.seal.outputs.distributions-{leg} }}}}");
            }

            return outputs;
        }
    }

    private IEnumerable<YamlMap> Steps() =>
    [
        .. Plan.Images.Any(image => image.StartsWith("windows-", StringComparison.Ordinal)) ? [KeepLineEnds] : (YamlMap[])[],
        Checkout,
        SetUpDotNet,
        .. SetUpPython,
        .. Plan.StepsBeforePack.Select((commands, index) => Run($"Prepare {index + 1}", commands, BuildVariable.Write(Plan.Variables, []))),
        Run("Pack", $"bash ./build.sh {Shell.Words(Plan.PackArguments)}", BuildVariable.Write(Plan.Variables, new() { { "NUKE_TELEMETRY_OPTOUT", "true" } })),
        SealDistributions,
        Upload("Hand over the distributions", $"distributions-{Image}", Seals.Distributions),
    ];

    /// <summary>Where git writes CRLF, the same sources make other files than on the other images. There is no folder to work in before the checkout.</summary>
    private YamlMap KeepLineEnds => new()
    {
        { "name", "Keep the line ends of the sources" },
        { "if", IsMatrix ? "runner.os == 'Windows'" : null },
        { "working-directory", Facts.Folder is null ? null : "${{ github.workspace }}" },
        { "run", new YamlBlock("git config --global core.autocrlf false") },
    };

    /// <summary>GitHub keeps one value per output of a matrix, so each image writes one of its own.</summary>
    private YamlMap SealDistributions => Run(
        "Seal the distributions",
        $"{Seals.HandOver(Facts.DistributionsDirectory!)}\necho \"distributions-$LEG=$seal\" >> \"$GITHUB_OUTPUT\"",
        new YamlMap { { "LEG", IsMatrix ? "${{ matrix.leg }}" : 1 } },
        id: "seal");
}
