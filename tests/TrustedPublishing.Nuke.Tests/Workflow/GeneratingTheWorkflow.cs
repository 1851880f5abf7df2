using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

public sealed partial class GeneratingTheWorkflow
{
    private static Dictionary<string, TrustedPublishingWorkflowAttribute> OptionSets => new(StringComparer.Ordinal)
    {
        ["Tags"] = GeneratedWorkflow.Settings,
        ["ReleasePublished"] = new("release") { OnReleasePublished = true },
        ["Dispatch"] = new("release") { OnWorkflowDispatch = true },
        ["EveryTrigger"] = new("release") { OnPushTags = ["v*", "release/*"], OnReleasePublished = true, OnWorkflowDispatch = true },
        ["SeveralImages"] = new("wheels") { OnPushTags = ["v*"], Images = ["ubuntu-24.04", "ubuntu-24.04-arm", "windows-2025", "macos-15"] },
        ["Attestations"] = new("release") { OnPushTags = ["v*"], Attestations = true },
        ["Preparations"] = new("release") { OnPushTags = ["v*"], PythonVersion = "3.14", StepsBeforePack = ["./restore.sh", "echo one\necho two"], BuildArguments = ["--configuration", "Release"] },
        ["AnotherIndex"] = new("internal") { OnPushTags = ["v*"], Index = "https://packages.example.com/legacy/", Environment = "production", TimeoutMinutes = 10 },
        ["OtherPins"] = new("release") { OnPushTags = ["v*"], DotNetVersion = "10.0.100", Pins = [$"actions/checkout@{new string('a', 40)} # v8.0.0"] },
    };

    public static TheoryData<string> Names => [.. OptionSets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GivesTheFile(string options) =>
        await Verifier.Verify(GeneratedWorkflow.Text(OptionSets[options]), extension: "yml").UseParameters(options);

    [Theory]
    [MemberData(nameof(Names))]
    public void GrantsAnIdentityToThePublishingJobAlone(string options)
    {
        var workflow = GeneratedWorkflow.Parse(GeneratedWorkflow.Text(OptionSets[options]));
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
        var uses = GeneratedWorkflow.Text(OptionSets[options]).Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(PinnedLine(), line));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HasNoExpressionInsideCommands(string options)
    {
        var jobs = (YamlMappingNode)GeneratedWorkflow.Parse(GeneratedWorkflow.Text(OptionSets[options]))["jobs"];
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

    [Fact]
    public void GivesTheSameTwice() =>
        Assert.Equal(GeneratedWorkflow.Text(GeneratedWorkflow.Settings), GeneratedWorkflow.Text(GeneratedWorkflow.Settings));

    [Fact]
    public void InitialisesGitOnlyForABuildThatReadsIt()
    {
        var reads = GeneratedWorkflow.Facts with { Start = GeneratedWorkflow.Facts.Start with { Git = true } };

        Assert.Contains("git remote add origin 'https://github.com/octo-org/greeter'", GeneratedWorkflow.Text(GeneratedWorkflow.Settings, reads), StringComparison.Ordinal);
        Assert.DoesNotContain("git init", GeneratedWorkflow.Text(GeneratedWorkflow.Settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesEveryBadSettingAtOnce()
    {
        var settings = new TrustedPublishingWorkflowAttribute("release.yml")
        {
            Environment = "py'pi",
            Index = "http://packages.example.com/",
            Images = ["self-hosted", "ubuntu-24.04", "ubuntu-24.04"],
            PublishImage = "windows-2025",
            TimeoutMinutes = 0,
            BuildArguments = ["${{ github.ref }}"],
            Pins = ["actions/checkout@v7"],
            Repository = "greeter",
        };
        var facts = GeneratedWorkflow.Facts with { Repository = "greeter", DistributionsDirectory = null, Start = new() { Files = [], Git = false, Unmet = ["IHazGitVersion.Versioning"] } };

        await Verifier.Verify(Assert.Throws<TargetFailedException>(() => WorkflowPlanner.Plan(settings, facts)).Message);
    }

    private static List<string> Permissions(YamlNode job) =>
        [.. ((YamlMappingNode)job["permissions"]).Children.Select(permission => $"{permission.Key}: {permission.Value}")];

    [GeneratedRegex(@"^ +uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedLine();
}
