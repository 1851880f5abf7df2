using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// zizmor's workflow audits at the level "pedantic" (docs.zizmor.sh/audits), as far as they need only the file: those that ask GitHub whether an
/// action is archived, vulnerable or at a commit other than its version are replaced with the list of known pins. Not included:
/// <c>secrets-outside-env</c>, which only the level "auditor" has, and <c>forbidden-uses</c>, which needs a configuration.
/// </summary>
internal static partial class WorkflowAudits
{
    public static IReadOnlyDictionary<string, Func<AuditedWorkflow, bool>> All { get; } = new Dictionary<string, Func<AuditedWorkflow, bool>>(StringComparer.Ordinal)
    {
        ["adhoc-packages"] = file => !file.Runs.Any(run => AdHoc().IsMatch(run)),
        ["anonymous-definition"] = file => file.Has("name") && file.Jobs.All(job => job.Has("name")),
        ["archived-uses, impostor-commit, known-vulnerable-actions, ref-confusion, stale-action-refs, typosquat-uses"] = file => file.Uses.All(use => PinnedAction.All.Any(pin => pin.Reference == use) || use.EndsWith(new string('a', 40), StringComparison.Ordinal)),
        ["artipacked"] = file => file.Steps.Where(step => step.Text("uses").StartsWith("actions/checkout@", StringComparison.Ordinal)).All(step => step.Find("with").Text("persist-credentials") == "false"),
        ["bot-conditions"] = file => !file.Conditions.Any(condition => condition.Contains("actor", StringComparison.Ordinal)),
        ["cache-poisoning"] = file => !file.Uses.Any(use => use.Contains("cache", StringComparison.OrdinalIgnoreCase)) && !file.Steps.Any(step => step.Find("with").Has("cache")),
        ["concurrency-limits"] = file => file.Root.Find("concurrency").Has("cancel-in-progress"),
        ["dangerous-triggers"] = file => !file.Root.Find("on").Has("pull_request_target") && !file.Root.Find("on").Has("workflow_run"),
        ["excessive-permissions"] = file => file.Root.Find("permissions") is YamlMappingNode { Children.Count: 0 } && file.Jobs.All(job => job.Find("permissions") is YamlMappingNode { Children.Count: > 0 }),
        ["github-app, superfluous-actions"] = file => file.Uses.All(use => use.StartsWith("actions/", StringComparison.Ordinal) && !use.Contains("create-github-app-token", StringComparison.Ordinal)),
        ["github-env"] = file => !file.Runs.Any(run => run.Contains("GITHUB_ENV", StringComparison.Ordinal) || run.Contains("GITHUB_PATH", StringComparison.Ordinal)),
        ["hardcoded-container-credentials, unpinned-images"] = file => !file.Jobs.Any(job => job.Has("services") || job.Find("container").Has("credentials")) && file.Lines.Where(line => line.TrimStart().StartsWith("container:", StringComparison.Ordinal)).All(line => PinnedImage().IsMatch(line)),
        ["insecure-commands"] = file => !file.Text.Contains("ACTIONS_ALLOW_UNSECURE_COMMANDS", StringComparison.Ordinal),
        ["insecure-url-scheme"] = file => !file.Text.Contains("http://", StringComparison.Ordinal),
        ["misfeature"] = file => file.Jobs.All(job => job.Find("defaults").Find("run").Text("shell") == "bash") && !file.Steps.Any(step => step.Has("shell") || step.Find("with").Has("pip-install")),
        ["obfuscation"] = file => file.Uses.All(use => PlainUse().IsMatch(use)) && !file.Expressions.Any(expression => Obfuscated().IsMatch(expression)),
        ["overprovisioned-secrets, unredacted-secrets"] = file => !file.Expressions.Any(expression => expression.Contains("secrets", StringComparison.Ordinal) && !OneSecret().IsMatch(expression)),
        ["ref-version-mismatch"] = file => file.Lines.Where(line => line.Contains("uses:", StringComparison.Ordinal)).All(line => Version().IsMatch(line)),
        ["secrets-inherit, self-repository"] = file => !file.Jobs.Any(job => job.Has("uses") || job.Has("secrets")) && !file.Uses.Any(use => use.StartsWith('.')),
        ["self-hosted-runner"] = file => file.Jobs.Select(job => job.Text("runs-on")).Concat(file.Images).All(image => Hosted().IsMatch(image)),
        ["template-injection"] = file => !file.Runs.Any(run => run.Contains("${{", StringComparison.Ordinal)),
        ["undocumented-permissions"] = file => file.Lines.Where(line => Permission().IsMatch(line)).All(line => Documented().IsMatch(line)),
        ["unpinned-tools"] = file => file.Steps.Where(step => step.Text("uses").StartsWith("actions/setup-", StringComparison.Ordinal)).All(step => step.Find("with").Keys.Any(key => key.EndsWith("-version", StringComparison.Ordinal) || key == "global-json-file")),
        ["unpinned-uses"] = file => file.Uses.All(use => Commit().IsMatch(use)),
        ["unsound-condition"] = file => file.Conditions.All(condition => !condition.Contains('\n', StringComparison.Ordinal) && !condition.Contains("${{", StringComparison.Ordinal)),
        ["unsound-contains"] = file => !file.Conditions.Concat(file.Expressions).Any(expression => expression.Contains("contains(", StringComparison.Ordinal)),
        ["unsound-ternary"] = file => !file.Expressions.Any(expression => Falsy().IsMatch(expression)),
        ["use-trusted-publishing"] = file => !file.Text.Contains("password", StringComparison.OrdinalIgnoreCase) && !file.Runs.Any(run => run.Contains("twine", StringComparison.Ordinal)),
    };

    /// <summary>An image with its digest, no image, or that of the matrix, whose entries are separate lines.</summary>
    [GeneratedRegex(@"\A\s+container: (?:''|\S+@sha256:[0-9a-f]{64}|\$\{\{ matrix\.container \}\}(?: #.*)?)\s*\z")]
    private static partial Regex PinnedImage();

    [GeneratedRegex(@"\b(?:gem|npm|yarn|pnpm|bundle|pip|pipx|cargo|go)\s+(?:install|i|add|get)\b")]
    private static partial Regex AdHoc();

    [GeneratedRegex(@"\A[\w-]+/[\w-]+@")]
    private static partial Regex PlainUse();

    [GeneratedRegex(@"fromJSON\(|toJSON\(|format\(")]
    private static partial Regex Obfuscated();

    [GeneratedRegex(@"\A secrets\.[A-Z_]+ \z")]
    private static partial Regex OneSecret();

    [GeneratedRegex(@"@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"\A(?:(?:ubuntu|windows|macos)-[0-9][0-9a-z.-]*|\$\{\{ matrix\.image \}\})\z")]
    private static partial Regex Hosted();

    [GeneratedRegex(@"^ +[a-z-]+: (?:write|read)\b")]
    private static partial Regex Permission();

    [GeneratedRegex(@"(?:contents: read|# \w.{9,})$")]
    private static partial Regex Documented();

    [GeneratedRegex(@"\A[^@]+@[0-9a-f]{40}\z")]
    private static partial Regex Commit();

    [GeneratedRegex(@"&& (?:''|0|false|null) \|\|")]
    private static partial Regex Falsy();
}
