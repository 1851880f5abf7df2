using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>The pipeline for GitLab.</summary>
public sealed class GeneratingThePipeline
{
    public static TheoryData<string> Names => [.. OptionSets.GitLab.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WritesTheFile(string options) =>
        await Verifier.Verify(OptionSets.GitLab[options], extension: "yml").UseParameters(options);

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesIdentityTokensToPublishingJobsOnly(string options)
    {
        var jobs = Jobs(options);

        Assert.Equal(options switch { "MergeRequest" => 3, "NativeCode" => 5, _ => 2 }, jobs.Count - Publishing(jobs).Count);
        Assert.All(jobs.Where(job => !IsPublishing(job.Key)), job => Assert.False(Has(job.Value, "id_tokens") || Has(job.Value, "environment")));
        Assert.All(Publishing(jobs), job => Assert.Contains(Keys(job["id_tokens"]), name => name is "PYPI_ID_TOKEN" or "TESTPYPI_ID_TOKEN" or "PACKAGES_EXAMPLE_COM_ID_TOKEN"));
        Assert.All(Publishing(jobs), job => Assert.Equal("none", job["variables"]["GIT_STRATEGY"].ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NeverInterruptsAPublishAndPublishesOneReleaseAtATime(string options)
    {
        Assert.All(Jobs(options).Values, job => Assert.Equal("false", job["interruptible"].ToString()));
        Assert.All(Publishing(Jobs(options)), job => Assert.Equal(job["environment"]["name"].ToString(), job["resource_group"].ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DoesNotRunInForks(string options) =>
        Assert.All(Jobs(options).Where(job => job.Key != "rehearse").Select(job => job.Value), job =>
        {
            var first = ((YamlSequenceNode)job["rules"])[0];
            Assert.Matches(@"^\$CI_PROJECT_PATH !~ /\^[a-z/.\\-]+\$/i$", first["if"].ToString());
            Assert.Equal("never", first["when"].ToString());
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void InheritsNothingFromOtherJobs(string options) =>
        Assert.All(Jobs(options).Values, job =>
        {
            Assert.Equal("false", job["inherit"]["default"].ToString());
            Assert.Equal("false", job["inherit"]["variables"].ToString());
            Assert.Empty(((YamlSequenceNode)job["cache"]).Children);
        });

    [Fact]
    public void HasAnIdForEachFileOfTheRepository()
    {
        TrustedPublishingGitLabAttribute[] files = [new(), new() { File = "a/release.yml" }, new() { File = "b/release.yml" }];

        Assert.Equal(3, files.Select(file => file.IdPostfix).Distinct().Count());
    }

    /// <summary>The files of two projects, included in one pipeline.</summary>
    [Fact]
    public void SharesNoJobWithAnotherIncludedFile()
    {
        List<string> jobs = [.. Jobs("a/release.yml"), .. Jobs("b/release.yml")];

        Assert.Equal(6, jobs.Distinct().Count());
        Assert.Contains("a/release:publish", jobs);

        static IEnumerable<string> Jobs(string file) =>
            Keys(GeneratedWorkflow.Parse(GeneratedWorkflow.Text(new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], File = file })));
    }

    [Fact]
    public void IsRepeatable() =>
        Assert.Equal(GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings), GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings));

    [Fact]
    public async Task NamesEveryInvalidSettingAtOnce()
    {
        var settings = new TrustedPublishingGitLabAttribute
        {
            File = "/ci/release.yml",
            PipelineFile = "ci/release",
            Environment = "$CI_COMMIT_REF_NAME",
            Index = "https://packages.example.com/legacy/",
            Image = "mcr.microsoft.com/dotnet/sdk:latest",
            PublishImage = "mcr.microsoft.com/dotnet/runtime:10.0-alpine",
            RunnerTags = [""],
            TimeoutMinutes = 0,
            BuildArguments = ["$[[ inputs.target ]]"],
            StepsBeforePack = [" "],
        };

        await Verifier.Verify(Complaints(settings, GeneratedWorkflow.Facts with { Repository = null, DistributionsDirectory = null }));
    }

    [Theory]
    [InlineData("greeter")]
    [InlineData("group/greeter'; rm")]
    public void RejectsAnInvalidProject(string repository) =>
        Assert.Contains($"Repository = \"{repository}\" is not a project on GitLab", Complaints(GeneratedWorkflow.GitLabSettings, GeneratedWorkflow.Facts with { Repository = repository }), StringComparison.Ordinal);

    [Fact]
    public void RejectsAnInvalidAudience() =>
        Assert.Contains(
            "Audience = \"a b\" is not an audience: use the value that https://upload.pypi.org/_/oidc/audience returns.",
            Complaints(new() { OnPushTags = ["v*"], Audience = "a b" }, GeneratedWorkflow.Facts), StringComparison.Ordinal);

    [Theory]
    [InlineData("pypi", "packages.example.com", "Audience = \"packages.example.com\": the audience of PyPI is always 'pypi': remove it.")]
    [InlineData("https://packages.example.com/legacy/", "sigstore", "Audience = \"sigstore\" belongs to another service")]
    [InlineData("testpypi", "pypi", "Audience = \"pypi\": the audience of TestPyPI is always 'testpypi': remove it.")]
    public void RejectsAnAudienceThatIsNotTheIndexs(string index, string audience, string complaint)
    {
        Assert.Contains(complaint, Complaints(new() { OnPushTags = ["v*"], Index = index, Audience = audience }, GeneratedWorkflow.Facts), StringComparison.Ordinal);
        Assert.Contains(complaint, Assert.Throws<Failure>(() => WorkflowPlanner.Plan(new("release") { OnPushTags = ["v*"], Index = index, Audience = audience }, GeneratedWorkflow.Facts)).Message, StringComparison.Ordinal);
    }

    private static string Complaints(TrustedPublishingGitLabAttribute settings, RepositoryFacts facts) =>
        Assert.Throws<Failure>(() => GitLabPlanner.Plan(settings, facts)).Message;

    private static Dictionary<string, YamlMappingNode> Jobs(string options) =>
        GeneratedWorkflow.Parse(OptionSets.GitLab[options]).Children.ToDictionary(job => job.Key.ToString(), job => (YamlMappingNode)job.Value, StringComparer.Ordinal);

    private static List<YamlMappingNode> Publishing(Dictionary<string, YamlMappingNode> jobs) => [.. jobs.Where(job => IsPublishing(job.Key)).Select(job => job.Value)];

    private static bool IsPublishing(string job) => job.Split(':')[^1].StartsWith("publish", StringComparison.Ordinal);

    private static List<string> Keys(YamlNode node) => [.. ((YamlMappingNode)node).Children.Keys.Select(key => key.ToString())];

    private static bool Has(YamlMappingNode node, string key) => node.Children.ContainsKey(new YamlScalarNode(key));
}
