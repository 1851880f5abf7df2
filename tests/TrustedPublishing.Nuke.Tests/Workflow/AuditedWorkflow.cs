using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A workflow from an auditor's point of view.</summary>
internal sealed partial class AuditedWorkflow(string text)
{
    public string Text => text;

    public IEnumerable<string> Lines => text.Split('\n');

    public YamlMappingNode Root { get; } = GeneratedWorkflow.Parse(text);

    public IEnumerable<YamlNode> Jobs => ((YamlMappingNode)Root["jobs"]).Children.Values;

    public IEnumerable<YamlNode> Steps => Jobs.SelectMany(job => (YamlSequenceNode)job["steps"]);

    public IEnumerable<string> Uses => Steps.Select(step => step.Text("uses")).Where(use => use.Length > 0);

    public IEnumerable<string> Runs => Steps.Select(step => step.Text("run")).Where(run => run.Length > 0);

    public IEnumerable<string> Conditions => Jobs.Concat(Steps).Select(node => node.Text("if")).Where(condition => condition.Length > 0);

    public IEnumerable<string> Images => Jobs.SelectMany(job => job.Find("strategy").Find("matrix").Find("include") is YamlSequenceNode include ? include.Select(leg => leg.Text("image")) : []);

    public IEnumerable<string> Expressions => Expression().Matches(text).Select(match => match.Groups[1].Value);

    public bool Has(string key) => Root.Has(key);

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Expression();
}

/// <summary>Reads nodes that may be missing.</summary>
internal static class AuditedNodes
{
    extension(YamlNode? node)
    {
        public IEnumerable<string> Keys => node is YamlMappingNode mapping ? mapping.Children.Keys.Select(key => key.ToString()) : [];

        public YamlNode? Find(string key) => node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

        public bool Has(string key) => node.Find(key) is not null;

        public string Text(string key) => node.Find(key)?.ToString() ?? "";
    }
}
