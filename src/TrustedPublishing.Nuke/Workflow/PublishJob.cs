namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The publishing job: the only one that may request an identity token. It checks nothing out, restores and compiles nothing, and has no cache. It runs
/// the publisher that a separate job compiled, after verifying the seals of the publisher and the distributions.
/// </summary>
internal sealed class PublishJob(WorkflowPlan plan, PublishDestination destination) : WorkflowJob(plan)
{
    private static readonly string[] Patterns = ["*.whl", "*.tar.gz"];

    public YamlMap Map() => new()
    {
        { "name", destination.Name },
        { "needs", YamlList.FromTexts([CompilePublisherJob.Name, "build", .. destination.Needs]) },
        { "if", destination.Condition is { } condition ? $"{Guard} && {condition}" : Guard, GuardReason },
        { "runs-on", Plan.PublishImage },
        { "timeout-minutes", Plan.TimeoutMinutes },
        { "environment", new YamlMap { { "name", destination.Environment }, { "url", destination.Page } } },
        { "permissions", new YamlMap
        {
            { "id-token", "write", "request the identity token that the index exchanges for a short-lived upload token" },
            { "attestations", destination.Attests ? "write" : null, "record on GitHub where the distributions were built" },
        } },
        { "outputs", HandsOver ? new YamlMap { { "attestations", "${{ steps.attestations.outputs.seal }}" } } : null, HandsOver ? "the seal of the attestations" : null },
        { "defaults", Defaults() },
        { "steps", new YamlList([.. Steps()]) },
    };

    private IEnumerable<YamlMap> Steps() =>
    [
        Download("Fetch the publisher", Seals.PublisherFolder, Seals.PublisherFolder),
        .. Plan.Legs.Select(DownloadDistributions),
        CheckSeals,
        .. destination.Attests ? [AttestDistributions] : (YamlMap[])[],
        LookForDotNet,
        Use("Set up .NET", PinnedAction.SetupDotNet, new YamlMap { { "dotnet-version", "${{ steps.dotnet.outputs.sdk }}" } }, "steps.dotnet.outputs.sdk != ''"),
        Publish,
        .. HandsOver ? [SealAttestations, Upload("Hand over the attestations", GitHubReleaseJob.Attestations, Attestations, inRepository: false)] : (YamlMap[])[],
    ];

    /// <summary>Whether a later job adds the attestations to the tag's release.</summary>
    private bool HandsOver => Plan.GitHubRelease is not GitHubReleaseMode.None;

    private static string Attestations => $"{Seals.HandedOver}/{GitHubReleaseJob.Attestations}";

    /// <summary>There are none if the index does not accept any.</summary>
    private static YamlMap SealAttestations => Run(
        "Seal the attestations",
        $$"""
        mkdir -p {{Attestations}}
        cd {{Attestations}} || exit 1
        for file in *.attestation; do
          [ ! -f "$file" ] || sha256sum -- "$file"
        done > SHA256SUMS
        echo "seal=$(sha256sum SHA256SUMS | cut -d ' ' -f 1)" >> "$GITHUB_OUTPUT"
        """,
        id: "attestations");

    private YamlMap CheckSeals => Run(
        "Check the seals",
        Seals.Take("$PUBLISHER", Parts, Facts.DistributionsDirectory!),
        SealsOfDistributions(new() { { "PUBLISHER", $"${{{{ needs.{CompilePublisherJob.Name}.outputs.seal }}}}" } }));

    private YamlMap AttestDistributions => Use("Attest the distributions", PinnedAction.Attest, new YamlMap
    {
        { "subject-path", new YamlBlock(string.Join('\n', Plan.Legs.SelectMany(leg => Patterns.Select(files => $"{Seals.HandedOver}/{leg.Name}/{files}")))) },
    });

    /// <summary>
    /// Skips the download if the image already has the runtime. The first SDK of a version contains the runtime with the same number.
    /// </summary>
    private YamlMap LookForDotNet => Run(
        "Look for the .NET that the publisher needs",
        $$"""
        tar -xf {{Seals.Publisher}}
        sdk=
        {{Program.LookForDotNet("lacking=$version sdk=${version%%-*}")}}
        # Runtime 10.0.3 comes with the SDK 10.0.103, runtime 11.0.0-rc.1 with the SDK 11.0.100-rc.1.
        [ -z "$sdk" ] || sdk=${sdk%.*}.$((100 + ${sdk##*.}))${lacking#"$sdk"}
        echo "sdk=$sdk" >> "$GITHUB_OUTPUT"
        """,
        id: "dotnet");

    private YamlMap Publish => Run(
        "Publish",
        string.Join('\n', Commands()),
        new()
        {
            { "NUKE_TELEMETRY_OPTOUT", "true" },
            { "PYPI_INDEX", destination.Index },
            { "PYPI_REPOSITORY", Plan.Repository },
        });

    private IEnumerable<string> Commands() =>
    [
        "mkdir -p .nuke",
        .. Facts.Start.Git ? (string[])["git init --quiet", $"git remote add origin {Remote}"] : [],
        Program.Publish([.. Plan.PublishArguments, .. HandsOver ? (string[])["--pypi-attestation-folder", Attestations] : []]),
    ];

    private string Remote => Plan.Repository is { } repository ? Shell.Quote($"https://github.com/{repository}") : "\"$GITHUB_SERVER_URL/$GITHUB_REPOSITORY\"";
}
