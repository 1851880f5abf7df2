using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>Where a run of the generated workflow publishes, and whether it runs at all, according to GitHub's own expression evaluator.</summary>
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
    public async Task PublishesToTheSelectedIndex(string options, string? chosen, string index, string environment, string page)
    {
        var publish = Job(options, "publish");
        var step = ((YamlSequenceNode)publish["steps"]).Last();
        var url = ((YamlMappingNode)publish["environment"]).Children.TryGetValue("url", out var found) ? found.ToString() : "";
        JsonObject contexts = new() { ["inputs"] = chosen is null ? [] : new JsonObject { ["index"] = chosen } };

        var values = await GitHubExpressions.EvaluateAsync(contexts, step["env"]["PYPI_INDEX"].ToString(), publish["environment"]["name"].ToString(), url);

        Assert.Equal([index, environment, page], values);
    }

    /// <summary>Two jobs, each with its own environment: which of them run, depending on the choice and on how the previous jobs ended.</summary>
    [Theory]
    [InlineData(null, "skipped", "true", "true", "false", "true")]
    [InlineData("testpypi", "success", "true", "true", "true", "false")]
    [InlineData("pypi", "skipped", "true", "true", "false", "true")]
    [InlineData("testpypi;pypi", "success", "true", "true", "true", "true")]
    [InlineData("testpypi;pypi", "failure", "true", "true", "true", "false")]
    [InlineData("testpypi;pypi", "cancelled", "true", "true", "true", "false")]
    [InlineData("testpypi;pypi", "skipped", "true", "true", "true", "false")]
    public async Task PublishesToTestPyPIAndThenToTheIndex(string? chosen, string trialEnded, string builds, string compiles, string triesOut, string publishes)
    {
        JsonObject contexts = new()
        {
            ["inputs"] = chosen is null ? [] : new JsonObject { ["index"] = chosen },
            ["github"] = new JsonObject { ["repository"] = "octo-org/greeter" },
            ["needs"] = new JsonObject
            {
                ["compile-publisher"] = new JsonObject { ["result"] = "success" }, ["build"] = new JsonObject { ["result"] = "success" }, ["publish-testpypi"] = new JsonObject { ["result"] = trialEnded },
            },
        };

        string[] jobs = ["build", "compile-publisher", "publish-testpypi", "publish"];
        var values = await GitHubExpressions.EvaluateAsync(contexts, [.. jobs.Select(job => $"${{{{ {Job("Indexes", job)["if"].ToString().Replace("!cancelled()", "true", StringComparison.Ordinal)} }}}}")]);

        Assert.Equal([builds, compiles, triesOut, publishes], values);
        Assert.Equal(["testpypi", "pypi"], jobs[2..].Select(job => Job("Indexes", job)["environment"]["name"].ToString()));
        Assert.Equal(["testpypi", "pypi"], jobs[2..].Select(job => ((YamlSequenceNode)Job("Indexes", job)["steps"]).OfType<YamlMappingNode>()
            .Where(step => step.Children.ContainsKey("env")).Select(step => (YamlMappingNode)step["env"])
            .Single(variables => variables.Children.ContainsKey("PYPI_INDEX"))["PYPI_INDEX"].ToString()));
    }

    [Theory]
    [InlineData("Indexes", "testpypi, pypi, testpypi;pypi")]
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
    public async Task DoesNotRunInForks(string options, string repository, bool isFork, string runs)
    {
        JsonObject contexts = new() { ["github"] = new JsonObject { ["repository"] = repository, ["event"] = new JsonObject { ["repository"] = new JsonObject { ["fork"] = isFork } } } };

        var values = await GitHubExpressions.EvaluateAsync(contexts, Condition("build"), Condition("publish"));

        Assert.Equal([runs, runs], values);

        string Condition(string job) => $"${{{{ {Job(options, job)["if"]} }}}}";
    }

    private static YamlNode Job(string options, string job) => GeneratedWorkflow.Parse(OptionSets.GitHub[options])["jobs"][job];
}
