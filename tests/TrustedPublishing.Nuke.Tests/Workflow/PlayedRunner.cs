using System.Text.RegularExpressions;
using TrustedPublishing.Testing;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>
/// Plays the jobs of a generated workflow: every <c>run</c> with bash as the runner starts it, artifacts as copies, other actions as nothing.
/// </summary>
internal sealed partial class PlayedRunner(YamlMappingNode workflow, string artifacts, IReadOnlyDictionary<string, string> environment)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public string Log { get; private set; } = "";

    /// <summary>Plays a job in a folder; false when a step failed, after which no further one ran.</summary>
    public async Task<bool> PlayAsync(string job, string folder)
    {
        var definition = workflow["jobs"][job];
        foreach (var step in ((YamlSequenceNode)definition["steps"]).OfType<YamlMappingNode>())
        {
            if (!(Get(step, "run") is { } commands ? await RunAsync(step, commands, folder) : Act(step, folder)))
            {
                return false;
            }
        }

        foreach (var (name, value) in Entries(definition, "outputs"))
        {
            values[$"needs.{job}.outputs.{name}"] = Resolve(value.ToString());
        }

        return true;
    }

    private async Task<bool> RunAsync(YamlMappingNode step, string commands, string folder)
    {
        var output = Path.GetTempFileName();
        var variables = SampleRepository.Variables("PythonOnly", environment);
        variables["GITHUB_OUTPUT"] = output;
        foreach (var (name, value) in Entries(step, "env"))
        {
            variables.TryAdd(name.ToString(), Resolve(value.ToString()));
        }

        var result = await ChildProcess.RunAsync(
            "bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", commands], folder, variables, cancellationToken: TestContext.Current.CancellationToken);
        Log += $"--- {step["name"]}: {result.ExitCode}\n{result.Output}";
        foreach (var line in await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken))
        {
            var separator = line.IndexOf('=', StringComparison.Ordinal);
            values[$"steps.{Get(step, "id")}.outputs.{line[..separator]}"] = line[(separator + 1)..];
        }

        File.Delete(output);
        return result.ExitCode == 0;
    }

    private bool Act(YamlMappingNode step, string folder)
    {
        var action = step["uses"].ToString();
        if (action.StartsWith("actions/upload-artifact@", StringComparison.Ordinal))
        {
            Copy(Path.Combine(folder, step["with"]["path"].ToString()), Path.Combine(artifacts, step["with"]["name"].ToString()));
        }
        else if (action.StartsWith("actions/download-artifact@", StringComparison.Ordinal))
        {
            Copy(Path.Combine(artifacts, step["with"]["name"].ToString()), Path.Combine(folder, step["with"]["path"].ToString()));
        }

        return true;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (File.Exists(from))
        {
            File.Copy(from, Path.Combine(to, Path.GetFileName(from)));
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private string Resolve(string text) => Expression().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, ""));

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var found) ? ((YamlMappingNode)found).Children : [];

    private static string? Get(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found.ToString() : null;

    [GeneratedRegex(@"\$\{\{ (\S+) \}\}")]
    private static partial Regex Expression();
}
