namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>zizmor's audits find nothing in any generated workflow, and each audit detects the problem that it is meant to detect.</summary>
public sealed class AuditingTheWorkflow
{
    public static TheoryData<string> Audits => [.. WorkflowAudits.All.Keys];

    [Theory]
    [MemberData(nameof(Audits))]
    public void FindsNothing(string audit)
    {
        var found = OptionSets.GitHub.Where(file => !WorkflowAudits.All[audit](new(file.Value))).Select(file => file.Key);

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("adhoc-packages", "bash ./build.sh Pack", "npm install left-pad")]
    [InlineData("anonymous-definition", "    name: Publish\n", "")]
    [InlineData("archived-uses, impostor-commit, known-vulnerable-actions, ref-confusion, stale-action-refs, typosquat-uses", "actions/upload-artifact@0", "actions/upload-artefact@0")]
    [InlineData("artipacked", "persist-credentials: false", "clean: false")]
    [InlineData("bot-conditions", "github.repository == 'octo-org/greeter'", "github.actor == 'dependabot[bot]'")]
    [InlineData("cache-poisoning", "global-json-file: global.json", "cache: true")]
    [InlineData("concurrency-limits", "  cancel-in-progress: false\n", "")]
    [InlineData("dangerous-triggers", "  push:\n", "  pull_request_target:\n")]
    [InlineData("excessive-permissions", "permissions: {}", "permissions: write-all")]
    [InlineData("excessive-permissions", "    permissions:\n      id-token: write", "    variables:\n      id-token: write")]
    [InlineData("github-app, superfluous-actions", "actions/upload-artifact@", "softprops/action-gh-release@")]
    [InlineData("github-env", "$GITHUB_OUTPUT", "$GITHUB_ENV")]
    [InlineData("hardcoded-container-credentials, unpinned-images", "    runs-on:", "    container: debian:12\n    runs-on:")]
    [InlineData("insecure-commands", "NUKE_TELEMETRY_OPTOUT", "ACTIONS_ALLOW_UNSECURE_COMMANDS")]
    [InlineData("insecure-url-scheme", "https://pypi.org", "http://pypi.org")]
    [InlineData("misfeature", "shell: bash", "shell: cmd")]
    [InlineData("obfuscation", "actions/checkout@", "actions/checkout/./@")]
    [InlineData("obfuscation", "${{ github.ref }}", "${{ format('{0}', github.ref) }}")]
    [InlineData("overprovisioned-secrets, unredacted-secrets", "${{ github.ref }}", "${{ toJSON(secrets) }}")]
    [InlineData("ref-version-mismatch", " # v7.0.1", "")]
    [InlineData("secrets-inherit, self-repository", "    runs-on:", "    secrets: inherit\n    runs-on:")]
    [InlineData("self-hosted-runner", "ubuntu-24.04", "self-hosted")]
    [InlineData("template-injection", "$GITHUB_OUTPUT", "${{ github.head_ref }}")]
    [InlineData("undocumented-permissions", "id-token: write # request the identity token that the index exchanges for a short-lived upload token", "id-token: write")]
    [InlineData("unpinned-tools", "global-json-file: global.json", "dotnet-quality: ga")]
    [InlineData("unpinned-uses", "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "actions/checkout@v7")]
    [InlineData("unsound-condition", "if: github", "if: |\n      github")]
    [InlineData("unsound-contains", "github.repository == 'octo-org/greeter'", "contains('octo-org/greeter fork/greeter', github.repository)")]
    [InlineData("unsound-ternary", "${{ github.ref }}", "${{ inputs.index && '' || github.ref }}")]
    [InlineData("use-trusted-publishing", "PYPI_INDEX", "PYPI_PASSWORD")]
    public void DetectsWhatItIsFor(string audit, string what, string by)
    {
        var broken = OptionSets.GitHub["Tags"].Replace(what, by, StringComparison.Ordinal);

        Assert.NotEqual(OptionSets.GitHub["Tags"], broken);
        Assert.False(WorkflowAudits.All[audit](new(broken)));
    }
}
