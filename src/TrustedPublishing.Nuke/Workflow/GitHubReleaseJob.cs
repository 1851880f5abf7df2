namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// The job that adds the published files to the tag's release on GitHub. It may write to the repository, so it runs none of the project's code: it
/// takes the distributions as the publishing job does, with the attestations created there, and uploads them with GitHub's own client.
/// </summary>
internal sealed class GitHubReleaseJob(WorkflowPlan plan) : WorkflowJob(plan)
{
    /// <summary>The artifact with the attestations, and its folder; no image and no runtime identifier has this name.</summary>
    public const string Attestations = "attestations";

    private const string Folder = "release";

    public YamlMap Map() => new()
    {
        { "name", "Release on GitHub" },
        { "needs", YamlList.FromTexts(["build", "publish"]) },
        { "if", $"{Guard} && github.ref_type == 'tag'{(Plan.Triggers.HasChoice ? " && inputs.index != 'testpypi'" : "")}{(Plan.Triggers.HasSequence ? " && !cancelled() && needs.build.result == 'success' && needs.publish.result == 'success'" : "")}", GuardReason },
        { "runs-on", Plan.PublishImage },
        { "timeout-minutes", Plan.TimeoutMinutes },
        { "permissions", new YamlMap { { "contents", "write", "create the release of the tag and add the files to it" } } },
        { "defaults", Defaults() },
        { "steps", new YamlList([.. Plan.Legs.Select(DownloadDistributions), Download("Fetch the attestations", Attestations, Attestations), CheckSeals, Release]) },
    };

    private YamlMap CheckSeals => Run("Check the seals", Seals.TakeDistributions([.. Parts, new(Attestations, "$ATTESTATIONS", "publish")], Folder), SealsOfDistributions(new() { { "ATTESTATIONS", "${{ needs.publish.outputs.attestations }}" } }));

    /// <summary>An existing release, created manually or by an earlier run, receives the files; its text is kept.</summary>
    private YamlMap Release => Run(
        "Add the files to the release",
        $"""
        (cd {Folder} && sha256sum -- * > ../SHA256SUMS)
        gh release view "$TAG" > /dev/null 2>&1 || gh release create "$TAG" --verify-tag --title "$TAG" --generate-notes{(Plan.GitHubRelease is GitHubReleaseMode.Draft ? " --draft" : "")}
        gh release upload "$TAG" --clobber SHA256SUMS {Folder}/*
        """,
        new()
        {
            { "GH_TOKEN", "${{ github.token }}" },
            { "GH_REPO", "${{ github.repository }}" },
            { "TAG", "${{ github.ref_name }}" },
        });
}
