using TrustedPublishing.Nuke.Workflow;
using YamlDotNet.RepresentationModel;

namespace TrustedPublishing.Nuke.Tests.Workflow;

/// <summary>A workflow generated from settings, as text and as YAML.</summary>
internal static class GeneratedWorkflow
{
    public static RepositoryFacts Facts { get; } = new()
    {
        Repository = "octo-org/greeter",
        Project = "greeter",
        DistributionsDirectory = "artifacts/distributions",
        BuildProject = "build/_build.csproj",
        BuildDirectory = "build/bin/Debug",
        BuildAssembly = "_build.dll",
        Start = new() { Files = [".nuke/parameters.json"], Git = false, Unmet = [] },
        GlobalJson = "global.json",
    };

    public static TrustedPublishingWorkflowAttribute Settings => new("release") { OnPushTags = ["v*"] };

    public static TrustedPublishingGitLabAttribute GitLabSettings => new() { OnPushTags = ["v*"] };

    public static string Text(IGenerateWorkflow settings, RepositoryFacts? facts = null) => YamlWriter.Text(settings.Generate(facts ?? Facts));

    public static YamlMappingNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
