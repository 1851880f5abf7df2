namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The build job for each image: nothing that runs in it, including dependencies, can request an identity token.</summary>
internal sealed class BuildJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    private bool IsMatrix => Plan.Legs.Count > 1;

    private bool HasContainers => Plan.Legs.Any(leg => leg.Container is not null);

    private bool HasPlatforms => Plan.Legs[0].RuntimeIdentifiers.Count > 0;

    private string Image => IsMatrix ? "${{ matrix.image }}" : Plan.Legs[0].Machine!;

    /// <summary>If the jobs of a matrix do not differ by image, they are named after what they pack.</summary>
    private string Name => !IsMatrix ? Plan.Legs[0].Name : HasPlatforms ? "${{ matrix.name }}" : Image;

    public YamlMap Map() => new()
    {
        { "name", $"Build and pack{(!IsMatrix ? "" : HasPlatforms ? " for ${{ matrix.runtimes }}" : " on ${{ matrix.image }}")}" },
        { "if", Guard, GuardReason },
        { "strategy", Strategy },
        { "runs-on", Image },
        { "container", !HasContainers ? null : IsMatrix ? "${{ matrix.container }}" : Plan.Legs[0].Container, IsMatrix ? "none where it is empty" : null },
        { "timeout-minutes", Plan.TimeoutMinutes },
        { "permissions", new YamlMap { { "contents", "read", "check out the sources; without id-token, nothing that runs here can publish" } } },
        { "outputs", Outputs, "the seals: they reach the publishing job separately from the files" },
        { "defaults", Defaults(Facts.Folder) },
        { "steps", new YamlList([.. Steps()]) },
    };

    private YamlMap? Strategy => !IsMatrix ? null : new YamlMap
    {
        { "matrix", new YamlMap { { "include", new YamlList([.. Plan.Legs.Select((leg, index) => Entry(leg, index + 1))]) } } },
    };

    private YamlMap Entry(BuildLeg leg, int number) => new()
    {
        { "leg", number },
        { "name", HasPlatforms ? leg.Name : null },
        { "image", leg.Machine },
        { "container", HasContainers ? leg.Container ?? "" : null },
        { "runtimes", HasPlatforms ? leg.Text : null },
    };

    private YamlMap Outputs
    {
        get
        {
            YamlMap outputs = [];
            foreach (var leg in Enumerable.Range(1, Plan.Legs.Count))
            {
                outputs.Add($"distributions-{leg}", $"${{{{ steps.seal.outputs.distributions-{leg} }}}}");
            }

            return outputs;
        }
    }

    private IEnumerable<YamlMap> Steps() =>
    [
        .. Plan.Legs.Any(leg => leg.Machine!.StartsWith("windows-", StringComparison.Ordinal)) ? [KeepLineEnds] : (YamlMap[])[],
        Checkout,
        .. HasContainers ? [TrustSources(IsMatrix ? "matrix.container != ''" : null)] : (YamlMap[])[],
        SetUpDotNet,
        .. SetUpPython,
        .. Plan.StepsBeforePack.Select((commands, index) => Run($"Prepare {index + 1}", commands, BuildVariable.Write(Plan.Variables, []))),
        Pack,
        SealDistributions,
        Upload("Hand over the distributions", $"distributions-{Name}", Seals.Distributions),
    ];

    /// <summary>What a matrix job packs is a variable of the step, because expressions inside commands would become code.</summary>
    private YamlMap Pack => Run(
        "Pack",
        $"bash ./build.sh {Shell.Words(Plan.PackArguments)}{(IsMatrix && HasPlatforms ? " --runtime-identifiers \"$RUNTIMES\"" : Plan.Legs[0].Option)}",
        BuildVariable.Write(Plan.Variables, new() { { "NUKE_TELEMETRY_OPTOUT", "true" }, { "RUNTIMES", IsMatrix && HasPlatforms ? "${{ matrix.runtimes }}" : null } }));

    /// <summary>
    /// Where git writes CRLF, the same sources would produce different files than on other images. There is no working directory before the checkout.
    /// </summary>
    private YamlMap KeepLineEnds => new()
    {
        { "name", "Keep the line endings of the sources" },
        { "if", IsMatrix ? "runner.os == 'Windows'" : null },
        { "working-directory", Facts.Folder is null ? null : "${{ github.workspace }}" },
        { "run", new YamlBlock("git config --global core.autocrlf false") },
    };

    /// <summary>GitHub keeps one value per output of a matrix, so each image writes its own output.</summary>
    private YamlMap SealDistributions => Run(
        "Seal the distributions",
        $"{Seals.HandOver(Facts.DistributionsDirectory!)}\necho \"distributions-$LEG=$seal\" >> \"$GITHUB_OUTPUT\"",
        new YamlMap { { "LEG", IsMatrix ? "${{ matrix.leg }}" : 1 } },
        id: "seal");
}
