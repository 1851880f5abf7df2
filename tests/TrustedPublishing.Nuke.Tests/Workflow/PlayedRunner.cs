using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// Plays the jobs of a generated workflow: every <c>run</c> with bash like the runner, artifacts as copies; other actions do nothing.
/// </summary>
internal sealed partial class PlayedRunner(YamlMappingNode workflow, string artifacts, IReadOnlyDictionary<string, string> environment, string build = "PythonOnly")
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal) 
    {
        ["github.repository"] = environment["GITHUB_REPOSITORY"],
        ["github.workspace"] = "",
        ["github.event_name"] = environment.GetValueOrDefault("GITHUB_EVENT_NAME", "push"),
        ["runner.os"] = "Linux",
        ["github.ref_type"] = "tag",
        ["github.ref_name"] = "v1.0.0",
        ["github.token"] = "a-token",
        ["inputs.index"] = "",
        ["github.event.repository.fork"] = "false",
        ["needs.publish-testpypi.result"] = "skipped",
    };

    /// <summary>The output of the last job.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The outputs of the jobs that have run, by <c>needs.JOB.outputs.NAME</c>.</summary>
    public IDictionary<string, string> Values => values;

    /// <summary>The actions that ran, in order, with their inputs.</summary>
    public IList<(string Step, string Action, Dictionary<string, string> With)> Actions { get; } = [];

    /// <summary>The number of jobs in a job's matrix.</summary>
    public int Legs(string job) => Find(workflow["jobs"][job], "strategy") is { } strategy ? ((YamlSequenceNode)strategy["matrix"]["include"]).Children.Count : 1;

    /// <summary>A folder whose programs take precedence over the machine's.</summary>
    public string Programs { get; set; } = "";

    /// <summary>Whether a job's condition is true.</summary>
    public bool Runs(string job) => Holds((YamlMappingNode)workflow["jobs"][job]);

    /// <summary>Plays a job in a folder; returns false if a step failed, after which no further step ran.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="folder">The folder in which its steps run.</param>
    /// <param name="leg">The index within a matrix, starting at 0.</param>
    /// <param name="before">Actions in the folder before a step runs, by the step's name.</param>
    public async Task<bool> PlayAsync(string job, string folder, int leg = 0, IReadOnlyDictionary<string, Action>? before = null)
    {
        Log = "";
        var definition = workflow["jobs"][job];
        Enter(definition, leg);
        Assert.True(Holds((YamlMappingNode)definition));
        foreach (var step in ((YamlSequenceNode)definition["steps"]).OfType<YamlMappingNode>().Where(Holds))
        {
            if (before?.TryGetValue(step["name"].ToString(), out var happening) == true)
            {
                happening();
            }

            if (!(Get(step, "run") is { } commands ? await RunAsync(step, commands, Path.Combine(folder, WorkingDirectory(definition))) : Act(step, folder)))
            {
                values[$"needs.{job}.result"] = "failure";
                return false;
            }
        }

        values[$"needs.{job}.result"] = "success";

        foreach (var (name, value) in Entries(definition, "outputs").Select(output => (output.Key, Resolve(output.Value.ToString()))).Where(output => output.Item2.Length > 0))
        {
            values[$"needs.{job}.outputs.{name}"] = value; // of a matrix, the last one that is not empty counts
        }

        return true;
    }

    /// <summary>The folder in which the steps of a job run: a folder of the repository, or its root.</summary>
    private static string WorkingDirectory(YamlNode definition) => Find(definition, "defaults") is { } defaults ? Get(defaults["run"], "working-directory") ?? "" : "";

    /// <summary>A job sees neither the steps of another job nor its position in the matrix.</summary>
    private void Enter(YamlNode definition, int leg)
    {
        foreach (var name in values.Keys.Where(name => name.StartsWith("steps.", StringComparison.Ordinal) || name.StartsWith("matrix.", StringComparison.Ordinal)).ToList())
        {
            values.Remove(name);
        }

        foreach (var (name, value) in Find(definition, "strategy") is { } strategy ? (YamlMappingNode)strategy["matrix"]["include"][leg] : [])
        {
            values[$"matrix.{name}"] = value.ToString();
        }
    }

    private async Task<bool> RunAsync(YamlMappingNode step, string commands, string folder)
    {
        var output = Path.GetTempFileName();
        var variables = SampleRepository.Variables(build, environment);
        variables["GITHUB_OUTPUT"] = output;
        variables["PATH"] = $"{Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in Entries(step, "env"))
        {
            variables[name.ToString()] = variables.GetValueOrDefault(name.ToString()) ?? Resolve(value.ToString()); // values given by the test take precedence
        }

        var result = await PlayedShell.RunAsync(commands, folder, variables);
        Log += $"--- {step["name"]}: {result.ExitCode}\n{result.Output}";
        foreach (var (name, value) in await PlayedShell.ReadAsync(output))
        {
            values[$"steps.{Get(step, "id")}.outputs.{name}"] = value;
        }

        File.Delete(output);
        return result.ExitCode == 0;
    }

    private bool Act(YamlMappingNode step, string folder)
    {
        var action = step["uses"].ToString();
        string With(string input) => Resolve(step["with"][input].ToString());
        if (action.StartsWith("actions/upload-artifact@", StringComparison.Ordinal))
        {
            var artifact = Path.Combine(artifacts, With("name"));
            Assert.False(Directory.Exists(artifact), $"An artifact of the name {With("name")} exists");
            Assert.DoesNotContain(With("path"), c => "*?[]!#".Contains(c, StringComparison.Ordinal));
            PlayedShell.Copy(Path.Combine(folder, With("path")), artifact);
        }
        else if (action.StartsWith("actions/download-artifact@", StringComparison.Ordinal))
        {
            PlayedShell.Copy(Path.Combine(artifacts, With("name")), Path.Combine(folder, With("path")));
        }

        Actions.Add((step["name"].ToString(), step["uses"].ToString().Split('@')[0], Find(step, "with") is YamlMappingNode with ? with.ToDictionary(input => input.Key.ToString(), input => Resolve(input.Value.ToString())) : []));
        return true;
    }

    private bool Holds(YamlMappingNode node) => Get(node, "if") is not { } condition || Holds(condition);

    /// <summary>The generated conditions compare values with literals. Nothing is cancelled here.</summary>
    private bool Holds(string condition)
    {
        if (Split(condition, " || ") is { Count: > 1 } alternatives)
        {
            return alternatives.Exists(Holds);
        }

        if (Split(condition, " && ") is { Count: > 1 } parts)
        {
            return parts.TrueForAll(Holds);
        }

        var sides = condition.Split([" == ", " != "], StringSplitOptions.None);
        return condition == "!cancelled()" || (condition.StartsWith('(') ? Holds(condition[1..^1]) : values[sides[0]] == sides[1].Trim('\'') == condition.Contains(" == ", StringComparison.Ordinal));
    }

    /// <summary>The parts between separators outside parentheses.</summary>
    private static List<string> Split(string condition, string separator)
    {
        var (parts, start, depth) = (new List<string>(), 0, 0);
        for (var at = 0; at < condition.Length; at++)
        {
            depth += condition[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && condition.AsSpan(at).StartsWith(separator))
            {
                parts.Add(condition[start..at]);
                start = at + separator.Length;
            }
        }

        return [.. parts, condition[start..]];
    }

    private string Resolve(string text) => Expression().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, ""));

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(YamlNode node, string key) => Find(node, key) is YamlMappingNode found ? found.Children : [];

    private static string? Get(YamlNode node, string key) => Find(node, key)?.ToString();

    private static YamlNode? Find(YamlNode node, string key) => ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    [GeneratedRegex(@"\$\{\{ (\S+) \}\}")]
    private static partial Regex Expression();
}
