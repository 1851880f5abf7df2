using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Where a run of the generated workflow publishes, and whether it runs at all, as GitHub's own evaluator of expressions says.</summary>
public sealed class StartingTheWorkflow
{
    [Theory]
    [InlineData("EveryTrigger", null, "pypi", "pypi", "https://pypi.org/project/greeter/")]
    [InlineData("EveryTrigger", "pypi", "pypi", "pypi", "https://pypi.org/project/greeter/")]
    [InlineData("EveryTrigger", "testpypi", "testpypi", "testpypi", "https://test.pypi.org/project/greeter/")]
    [InlineData("TestPyPIByHand", null, "testpypi", "trial", "https://test.pypi.org/project/greeter/")]
    [InlineData("AnotherIndexByHand", "testpypi", "testpypi", "testpypi", "")]
    [InlineData("AnotherIndexByHand", "https://packages.example.com/legacy/", "https://packages.example.com/legacy/", "production", "")]
    [InlineData("Tags", null, "pypi", "pypi", "https://pypi.org/project/greeter/")]
    public async Task PublishesWhereItWasTold(string options, string? chosen, string index, string environment, string page)
    {
        var publish = Job(options, "publish");
        var step = ((YamlSequenceNode)publish["steps"]).Last();
        var url = ((YamlMappingNode)publish["environment"]).Children.TryGetValue("url", out var found) ? found.ToString() : "";
        JsonObject contexts = new() { ["inputs"] = chosen is null ? [] : new JsonObject { ["index"] = chosen } };

        var values = await GitHubExpressions.EvaluateAsync(contexts, step["env"]["PYPI_INDEX"].ToString(), publish["environment"]["name"].ToString(), url);

        Assert.Equal([index, environment, page], values);
    }

    [Theory]
    [InlineData("AnotherIndexByHand", "testpypi, https://packages.example.com/legacy/")]
    [InlineData("Dispatch", "testpypi, pypi")]
    public void OffersTestPyPIFirst(string options, string offered)
    {
        var index = GeneratedWorkflow.Parse(OptionSets.GitHub[options])["on"]["workflow_dispatch"]["inputs"]["index"];

        Assert.Equal(offered, string.Join(", ", ((YamlSequenceNode)index["options"]).Select(option => option.ToString())));
        Assert.Equal("testpypi", index["default"].ToString());
    }

    [Theory]
    [InlineData("Tags", "octo-org/greeter", false, "true")]
    [InlineData("Tags", "Octo-Org/Greeter", false, "true")]
    [InlineData("Tags", "fork/greeter", true, "false")]
    [InlineData("UnknownRepository", "octo-org/greeter", false, "true")]
    [InlineData("UnknownRepository", "fork/greeter", true, "false")]
    public async Task RunsInNoFork(string options, string repository, bool isFork, string runs)
    {
        JsonObject contexts = new() { ["github"] = new JsonObject { ["repository"] = repository, ["event"] = new JsonObject { ["repository"] = new JsonObject { ["fork"] = isFork } } } };

        var values = await GitHubExpressions.EvaluateAsync(contexts, Condition("build"), Condition("publish"));

        Assert.Equal([runs, runs], values);

        string Condition(string job) => $"${{{{ {Job(options, job)["if"]} }}}}";
    }

    private static YamlNode Job(string options, string job) => GeneratedWorkflow.Parse(OptionSets.GitHub[options])["jobs"][job];
}
