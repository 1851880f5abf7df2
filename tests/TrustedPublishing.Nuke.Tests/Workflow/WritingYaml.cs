using CsCheck;
using TrustedPublishing.Distributions;
using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Whatever the options contain, a YAML parser reads the intended values from the file.</summary>
public sealed class WritingYaml
{
    private const int Tries = 500;

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf(
            "", " ", "a", "#", " #", "out #1", "*x", "@x", "- x", "-", "[a]", "{a: b}", "a: b", "a:", ":", "'", "\"", "it's", "\\", "\\n", "!x", "&a", "%a", "|", ">", "`", "~", "null", "Null", "true", "NO", "on", "1", "1.0", "0x1f", "1e3", ".inf", "2001-01-01", "12:30:45",
            "<<", "=", "?", "? a", "---", "...", "\t", "a\tb", "a\nb", "a\r\nb", "\n", "a\n", "\na", " a", "a ", "\u0085", "\u2028", "\u00A0", "\uFEFF", "\0", "\u001b[31m", "é", "😀", "\u202e", "${{ github.ref }}", "$[[ inputs.x ]]", "https://pypi.org/project/x/", "a, b", "a]b", "::error::x"),
        Gen.String[Gen.Char[' ', '~'], 0, 12],
        Gen.String[Gen.Char['\0', '\uD7FF'], 0, 6]).Array[1, 3].Select(string.Concat);

    [Fact]
    public void RoundTripsEveryText() => Hostile.Sample(
        text => Compare(new YamlMap
        {
            { "text", text },
            { "inline", YamlList.FromTexts([text, text]) },
            { "block", new YamlBlock(text), text },
            { "nested", new YamlMap { { "list", new YamlList([new YamlMap { { "name", text }, { "run", new YamlBlock(text) } }, new YamlBlock(text)]) } }, text },
            { "empty", new YamlMap() },
            { "number", 3 },
            { "flag", false },
        }),
        iter: Tries);

    [Fact]
    public void RoundTripsEveryOptionOfAWorkflow() => Hostile.Array[22].Sample(
        texts =>
        {
            var plan = WorkflowPlanner.Plan(new("release") { OnPushTags = ["v*"], OnWorkflowDispatch = true, OnPullRequest = true, Attestations = true, GitHubRelease = GitHubReleaseMode.Draft }, GeneratedWorkflow.Facts);
            Compare(ReleaseWorkflow.Map(plan with
            {
                Name = texts[0],
                Environment = texts[1],
                EnvironmentUrl = texts[2],
                Legs = [new(texts[3], texts[3], texts[13], [texts[14]]), new("second", "windows-2025", null, ["win-x64"])],
                PublishImage = texts[4],
                DotNetVersion = texts[5],
                PythonVersion = texts[6],
                StepsBeforePack = [texts[7]],
                PackArguments = [texts[8]],
                RehearseArguments = [texts[16]],
                PublishArguments = [texts[17]],
                Pins = new Dictionary<string, PinnedAction> { ["actions/checkout"] = new(texts[18], texts[19], texts[20]) },
                Index = texts[9],
                Repository = texts[10],
                Variables = [new("VARIABLE", texts[11])],
                Triggers = plan.Triggers with { Tags = [texts[12]], Index = texts[9] },
                Facts = HostileFacts(texts[13..]),
            }));
        },
        iter: Tries);

    /// <summary>A shell passes the arguments through unchanged, whatever they contain.</summary>
    [Fact]
    public async Task PassesEveryArgumentThroughTheShell()
    {
        string[] words = ["", " ", "'", "it's", "\"", "$HOME", "`id`", "$(id)", "\\", "a b", "*", "~", "!x", "{a,b}", "a;b", "a|b", "#x", "-x", "--", "a\nb", "é", "&", "<x", "=x", "linux-x64;win-x64"];

        var result = await PlayedShell.RunAsync($"printf '[%s]' {Shell.Words(words)}", Path.GetTempPath(), new Dictionary<string, string?>());

        Assert.Equal(string.Concat(words.Select(word => $"[{word}]")), result.Output.TrimEnd('\n'));
    }

    [Fact]
    public void RoundTripsEveryOptionOfAPipeline() => Hostile.Array[22].Sample(
        texts =>
        {
            var plan = GitLabPlanner.Plan(new() { OnPushTags = ["v*"], OnNewPipeline = true }, GeneratedWorkflow.Facts);
            Compare(GitLabPipeline.Map(plan with
            {
                Repository = texts[0],
                Tags = [texts[1]],
                Destination = new("publish", texts[2], texts[3], texts[4], texts[5]),
                Image = texts[6],
                PublishImage = texts[7],
                RunnerTags = [texts[8]],
                Legs = [new("one", texts[16], texts[17], [texts[18]]), new("two", null, null, [texts[19], texts[20]])],
                MergeRequest = true,
                RehearseArguments = [texts[21]],
                PublishArguments = [texts[12]],
                Variables = [new("VARIABLE", texts[9])],
                StepsBeforePack = [texts[10]],
                PackArguments = [texts[11]],
                Facts = HostileFacts(texts[13..]),
            }));
        },
        iter: Tries);

    private static RepositoryFacts HostileFacts(string[] texts) => GeneratedWorkflow.Facts with { DistributionsDirectory = texts[0], BuildDirectory = texts[1], BuildAssembly = texts[2], Folder = texts[0], GlobalJson = texts[1] };

    private static void Compare(YamlMap map)
    {
        var text = YamlWriter.Text(map);
        Assert.DoesNotContain('\r', text);
        Compare(map, GeneratedWorkflow.Parse(text));
    }

    private static void Compare(Yaml expected, YamlNode actual)
    {
        switch (expected)
        {
            case YamlMap map:
                var entries = map.Where(entry => entry.Key is not null).ToList();
                var pairs = Assert.IsType<YamlMappingNode>(actual).Children;
                Assert.Equal(entries.Select(entry => entry.Key), pairs.Keys.Select(key => key.ToString()));
                entries.ForEach(entry => Compare(entry.Value!, pairs[new YamlScalarNode(entry.Key)]));
                break;
            case YamlList list:
                var items = Assert.IsType<YamlSequenceNode>(actual).Children;
                Assert.Equal(list.Items.Count, items.Count);
                list.Items.Zip(items).ToList().ForEach(pair => Compare(pair.First, pair.Second));
                break;
            case YamlBlock block:
                Assert.Equal(Unix(block.Text) + "\n", Assert.IsType<YamlScalarNode>(actual).Value);
                break;
            case YamlText text:
                Assert.Equal(Unix(text.Text), Assert.IsType<YamlScalarNode>(actual).Value);
                break;
            case YamlLiteral literal:
                Assert.Equal((literal.Text, YamlDotNet.Core.ScalarStyle.Plain), (Assert.IsType<YamlScalarNode>(actual).Value, ((YamlScalarNode)actual).Style));
                break;
            default:
                Assert.Fail($"{expected} is not compared.");
                break;
        }
    }

    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
