using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Doctor;

/// <summary>The properties of a workflow job that matter for publishing.</summary>
internal sealed partial class WorkflowJobFacts(string name, YamlNode job)
{
    public string Name => name;

    public YamlNode? Permissions => job.Find("permissions");

    /// <summary>The called workflow if the job is a call; otherwise null.</summary>
    public string? Calls => job.Find("uses").Scalar();

    public string? Environment => job.Find("environment").Scalar() ?? job.Find("environment").Find("name").Scalar();

    public IEnumerable<string> Actions => Steps.Select(step => step.Find("uses").Scalar()).OfType<string>();

    public bool Publishes => Actions.Any(action => action.StartsWith("pypa/gh-action-pypi-publish", StringComparison.Ordinal))
        || Commands.Any(command => Publishing().IsMatch(command));

    public bool ChecksOut => Actions.Any(action => action.StartsWith("actions/checkout", StringComparison.Ordinal));

    public bool Builds => Commands.Any(command => Building().IsMatch(command));

    public bool Caches => Actions.Any(action => action.StartsWith("actions/cache", StringComparison.Ordinal))
        || Steps.Any(step => step.Find("with").Find("cache").Scalar() is { Length: > 0 } and not "false" || step.Find("with").Find("enable-cache").Scalar() is "true");

    private IEnumerable<YamlNode> Steps => job.Find("steps").Items();

    private IEnumerable<string> Commands => Steps.Select(step => step.Find("run").Scalar()).OfType<string>();

    public static IEnumerable<WorkflowJobFacts> ReadAll(YamlMappingNode root) => root.Find("jobs").Pairs().Select(pair => new WorkflowJobFacts(pair.Key, pair.Value));

    [GeneratedRegex(@"\b(?:uv|poetry|hatch|flit|pdm)\s+publish\b|\btwine\s+upload\b|\bmaturin\s+(?:publish|upload)\b|(?:build\.(?:sh|ps1|cmd)|\bnuke|\.dll'?)\s[^\n]*\bPublish\b", RegexOptions.NonBacktracking)]
    private static partial Regex Publishing();

    [GeneratedRegex(@"\bpython[0-9.]*\s+-m\s+build\b|\b(?:uv|poetry|hatch|flit|pdm)\s+build\b|\bpip[0-9.]*\s+(?:install|wheel)\b|\bsetup\.py\b|\bdotnet\s+(?:build|publish|pack)(?![\w/\\])|build\.(?:sh|ps1|cmd)\b|(?<![./\w])nuke[ ]|\bmaturin\b|\bcibuildwheel\b")]
    private static partial Regex Building();
}
