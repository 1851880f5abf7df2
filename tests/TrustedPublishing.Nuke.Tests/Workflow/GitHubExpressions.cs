using System.Text.Json;
using System.Text.Json.Nodes;
using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>GitHub's own expression evaluator.</summary>
internal static class GitHubExpressions
{
    private const string Script =
        """
        const { Lexer, Parser, Evaluator, data } = await import('@actions/expressions');
        const [contexts, texts] = process.argv.slice(1).map(argument => JSON.parse(argument));
        const convert = value => typeof value === 'boolean' ? new data.BooleanData(value)
          : typeof value === 'string' ? new data.StringData(value)
          : new data.Dictionary(...Object.entries(value).map(([key, each]) => ({ key, value: convert(each) })));
        const evaluate = text => new Evaluator(new Parser(new Lexer(text).lex().tokens, Object.keys(contexts), []).parse(), convert(contexts)).evaluate().coerceString();
        console.log(JSON.stringify(texts.map(text => text.replace(/\$\{\{(.*?)\}\}/g, (_, expression) => evaluate(expression)))));
        """;

    /// <summary>Texts with their expressions evaluated.</summary>
    public static async Task<string[]> EvaluateAsync(JsonObject contexts, params string[] texts)
    {
        var result = await ChildProcess.RunAsync(
            Peers.Find("node"), ["--input-type=module", "-e", Script, contexts.ToJsonString(), JsonSerializer.Serialize(texts)],
            NodePeers.Find("@actions/expressions"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Output);
        return JsonSerializer.Deserialize<string[]>(result.StandardOutput)!;
    }
}
