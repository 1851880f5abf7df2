using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

public sealed partial class GeneratingTheWorkflow
{
    public static TheoryData<string> Names => [.. OptionSets.GitHub.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WritesTheFile(string options) =>
        await Verifier.Verify(OptionSets.GitHub[options], extension: "yml").UseParameters(options);

    [Theory]
    [MemberData(nameof(Names))]
    public void GrantsAnIdentityToThePublishingJobOnly(string options)
    {
        var workflow = GeneratedWorkflow.Parse(OptionSets.GitHub[options]);
        var jobs = (YamlMappingNode)workflow["jobs"];

        Assert.Empty(((YamlMappingNode)workflow["permissions"]).Children);
        Assert.Equal(["contents: read"], Permissions(jobs["build"]));
        Assert.Equal("id-token: write", Permissions(jobs["publish"])[0]);
        Assert.DoesNotContain(Permissions(jobs["publish"]), permission => permission.StartsWith("contents", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PinsEveryActionToACommitAndNamesItsVersion(string options)
    {
        var uses = OptionSets.GitHub[options].Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(PinnedLine(), line));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HasNoExpressionInsideCommands(string options)
    {
        var jobs = (YamlMappingNode)GeneratedWorkflow.Parse(OptionSets.GitHub[options])["jobs"];
        var commands = jobs.Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).OfType<YamlMappingNode>()
            .Where(step => step.Children.ContainsKey("run")).Select(step => step["run"].ToString()).ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.DoesNotContain("${{", command, StringComparison.Ordinal));
    }

    [Fact]
    public void UsesNoActionInThePublishingJobThatChecksOutOrCaches()
    {
        var publish = ((YamlMappingNode)GeneratedWorkflow.Parse(GeneratedWorkflow.Text(GeneratedWorkflow.Settings))["jobs"])["publish"].ToString();

        Assert.DoesNotContain("actions/checkout", publish, StringComparison.Ordinal);
        Assert.DoesNotContain("cache", publish, StringComparison.Ordinal);
    }

    /// <summary>A pull request starts only the job that rehearses a release, which has nothing worth stealing.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NeverReleasesForAPullRequest(string options)
    {
        AuditedWorkflow workflow = new(OptionSets.GitHub[options]);
        var triggers = (YamlMappingNode)workflow.Root["on"];
        var jobs = (YamlMappingNode)workflow.Root["jobs"];

        Assert.All(triggers.Children.Keys, trigger => Assert.Contains(trigger.ToString(), (string[])["push", "release", "workflow_dispatch", .. HasPullRequests(options) ? ["pull_request"] : (string[])[]]));
        Assert.All(triggers.Where(trigger => trigger.Key.ToString() == "push"), push => Assert.Equal("tags", Assert.Single(((YamlMappingNode)push.Value).Children).Key.ToString()));
        Assert.Equal(HasPullRequests(options), jobs.Has("rehearse"));
        Assert.All(jobs.Children.Where(job => job.Key.ToString() != "rehearse"), job => Assert.Equal(HasPullRequests(options), job.Value.Text("if").StartsWith("github.event_name != 'pull_request' && ", StringComparison.Ordinal)));
        if (jobs.Find("rehearse") is { } rehearse)
        {
            Assert.Equal("github.event_name == 'pull_request'", rehearse.Text("if"));
            Assert.Equal(["contents: read"], Permissions(rehearse));
            Assert.False(rehearse.Has("environment") || rehearse.Has("outputs"));
            Assert.DoesNotContain("secrets", rehearse.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DoesNotRunInForks(string options)
    {
        var jobs = new AuditedWorkflow(OptionSets.GitHub[options]).Jobs.Where(job => job.Text("name") != "Rehearse");

        Assert.All(jobs, job => Assert.Contains(job.Text("if").Split(" && "), part => part is "github.repository == 'octo-org/greeter'" or "github.event.repository.fork == false"));
    }

    /// <summary>The job that may write to the repository runs only GitHub's own client.</summary>
    [Theory]
    [InlineData("GitHubRelease")]
    [InlineData("GitHubReleaseAtOnce")]
    public void GrantsWriteAccessOnlyWhereNoProjectCodeRuns(string options)
    {
        var jobs = (YamlMappingNode)GeneratedWorkflow.Parse(OptionSets.GitHub[options])["jobs"];

        Assert.Equal(["contents: write"], Permissions(jobs["release"]));
        Assert.All(jobs.Children.Where(job => job.Key.ToString() != "release"), job => Assert.DoesNotContain("contents: write", Permissions(job.Value)));
        Assert.DoesNotContain("dotnet", jobs["release"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("build.sh", jobs["release"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("publisher", jobs["release"]["steps"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void IsRepeatable() =>
        Assert.Equal(GeneratedWorkflow.Text(GeneratedWorkflow.Settings), GeneratedWorkflow.Text(GeneratedWorkflow.Settings));

    [Fact]
    public void InitialisesGitOnlyForABuildThatReadsIt()
    {
        Assert.Contains("git remote add origin 'https://github.com/octo-org/greeter'", OptionSets.GitHub["ReadingGit"], StringComparison.Ordinal);
        Assert.DoesNotContain("git init", OptionSets.GitHub["Tags"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesEveryInvalidSettingAtOnce()
    {
        var settings = new TrustedPublishingWorkflowAttribute("release.yml")
        {
            Environment = "py'pi",
            Index = "http://packages.example.com/",
            Images = ["self-hosted", "ubuntu-24.04", "ubuntu-24.04"],
            PublishImage = "windows-2025",
            TimeoutMinutes = 0,
            BuildArguments = ["${{ github.ref }}"],
            StepsBeforePack = [" "],
            DotNetVersion = "",
            Pins = ["actions/checkout@v7", $"actions/cache@{new string('a', 40)} # v5.0.0", $"actions/attest@{new string('a', 40)} # v5.0.0", $"Actions/Attest@{new string('b', 40)} # v5.0.1"],
            Repository = "greeter",
        };
        var facts = GeneratedWorkflow.Facts with { Repository = "greeter", DistributionsDirectory = null, Start = new() { Files = [], Git = false, Unmet = ["IHazGitVersion.Versioning is [Required]."] } };

        await Verifier.Verify(Assert.Throws<Failure>(() => WorkflowPlanner.Plan(settings, facts)).Message);
    }

    private static bool HasPullRequests(string options) => options is "PullRequest" or "NativeCode" or "NativeCodeInOneContainer";

    private static List<string> Permissions(YamlNode job) =>
        [.. ((YamlMappingNode)job["permissions"]).Children.Select(permission => $"{permission.Key}: {permission.Value}")];

    [GeneratedRegex(@"^ +uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedLine();
}
