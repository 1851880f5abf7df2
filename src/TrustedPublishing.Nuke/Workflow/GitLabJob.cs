using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.GitHub;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>The common parts of all jobs in a GitLab pipeline.</summary>
internal abstract class GitLabJob(GitLabPlan plan)
{
    /// <summary>The file with the seal of the distributions: it is an artifact like them, so it sets no variable in the job that uses it.</summary>
    protected static string SealFile(BuildLeg leg) => $"{leg.Name}.seal";

    /// <summary>The prefix of the seal in the file.</summary>
    protected const string SealOfDistributions = "SEAL_OF_DISTRIBUTIONS";

    /// <summary>The variable with the publisher's seal.</summary>
    protected const string SealOfPublisher = "SEAL_OF_PUBLISHER";

    protected GitLabPlan Plan { get; } = plan;

    protected RepositoryFacts Facts => Plan.Facts;

    protected Seals Seals { get; } = new("echo \"$1\" >&2", AnySystem: false);

    protected PublisherProgram Program { get; } = new(plan.Facts);

    /// <summary>The start of each job: where and when it runs.</summary>
    protected YamlMap Start(string stage, string image, bool tags = true, bool byHand = false, bool isRequired = false) => Start(stage, image, null, [.. Rules(tags, byHand, isRequired)]);

    /// <summary>The start of a build job.</summary>
    protected YamlMap Start(BuildLeg leg, params YamlMap[] rules) => Start("build", leg.Container ?? Plan.Image, leg.Machine, rules.Length > 0 ? rules : [.. Rules(tags: true, byHand: false, isRequired: false)]);

    private YamlMap Start(string stage, string image, string? runner, YamlMap[] rules) => new()
    {
        { "stage", stage },
        { "image", image },
        { "tags", runner is not null ? YamlList.FromTexts([runner]) : Plan.RunnerTags.Count == 0 ? null : YamlList.FromTexts(Plan.RunnerTags) },
        { "inherit", new YamlMap { { "default", false }, { "variables", false } }, "nothing that other jobs inherit: no commands, no variables, no cache" },
        { "cache", new YamlList([]) },
        { "timeout", $"{Plan.TimeoutMinutes} minutes" },
        { "interruptible", false, "an upload cannot be undone" },
        { "rules", new YamlList(rules) },
    };

    /// <summary>The variables that control how a job gets its sources.</summary>
    protected YamlMap Sources(string strategy) => new()
    {
        { "GIT_STRATEGY", strategy },
        { "GIT_DEPTH", $"{Plan.Sources.Depth}" },
        { "GIT_FETCH_EXTRA_FLAGS", Plan.Sources.Tags ? "--prune --quiet --tags" : null },
        { "GIT_SUBMODULE_STRATEGY", Plan.Sources.Submodules switch { SubmoduleCheckout.TopLevel => "normal", SubmoduleCheckout.Recursive => "recursive", _ => "none" } },
        { "GIT_LFS_SKIP_SMUDGE", Plan.Sources.Lfs ? null : "1" },
    };

    protected static YamlMap Artifacts(IEnumerable<string> paths) => new()
    {
        { "paths", YamlList.FromTexts(paths) },
        { "expire_in", $"{GeneratedReleaseAttribute.RetentionDays} days", "as long as an approval can take" },
    };

    /// <summary>Commands that run in one shell, in the folder of the build.</summary>
    protected static YamlList Commands(IEnumerable<string> blocks, string? folder = null) =>
        new([.. (folder is null ? [] : (string[])[$"cd {Shell.Quote(folder)} || exit 1"]).Concat(blocks).Select(block => new YamlBlock(block))]);

    /// <summary>A job that others wait for must not be allowed to fail: GitLab would count it as a success with warnings.</summary>
    private IEnumerable<YamlMap> Rules(bool tags, bool byHand, bool isRequired) =>
    [
        new YamlMap
        {
            { "if", $"$CI_PROJECT_PATH !~ /^{Escaped(Plan.Repository)}$/i", "not in forks, which are not the registered publisher" },
            { "when", "never" },
        },
        .. !tags ? [] : TagPatterns.FirstDecides(Plan.Tags).Select(tag => new YamlMap
        {
            { "if", $"$CI_PIPELINE_SOURCE == \"push\" && $CI_COMMIT_TAG =~ {tag.Pattern.GitLabExpression}" },
            { "when", tag.Starts ? null : "never" },
        }),
        .. !Plan.NewPipeline ? [] : (YamlMap[])[new() { { "if", "$CI_PIPELINE_SOURCE == \"web\"" }, { "when", byHand ? "manual" : null }, { "allow_failure", byHand ? !isRequired : null } }],
    ];

    private static string Escaped(string text) => Regex.Escape(text).Replace("/", @"\/", StringComparison.Ordinal);
}
