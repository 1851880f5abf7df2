using System.Text.Json.Nodes;
using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Parameters;

/// <summary>A build with its project file next to it, like a user's.</summary>
public sealed class TheParameterSchema : BuildTest
{
    private readonly JsonNode _schema;

    public TheParameterSchema()
    {
        var original = Workspace.BuildDirectory;
        Workspace.BuildDirectory = Workspace.Directories("build", "bin");
        foreach (var file in Directory.GetFiles(original).Where(x => Path.GetExtension(x) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(Workspace.BuildDirectory, Path.GetFileName(file)));
        Workspace.Write("<Project />", "build", "_build.csproj");
        Assert.Equal("_build.csproj", Succeed("ParameterBuild").Value("Project"));
        _schema = JsonNode.Parse(Workspace.Read(".nuke", "build.schema.json"))!;
    }

    [Fact]
    public void DescribesTheUsersParametersFirst()
    {
        Assert.Equal("""{"type":"string","description":"Who is greeted"}""", User("Greeting"));
        Assert.Equal("""{"type":"integer","format":"int32"}""", User("Level"));
        Assert.Equal("""{"type":["boolean","null"]}""", User("Maybe"));
        Assert.Equal("""{"type":"array","items":{"type":"string"}}""", User("Names"));
        Assert.Equal("""{"type":"string"}""", User("Folder"));
        Assert.Equal("""{"type":"string","enum":["Debug","Release"]}""", User("Configuration"));
        Assert.Equal("""{"$ref":"#/definitions/Color"}""", User("Paint"));
        Assert.Equal("""{"type":"string","enum":["cat","dog"]}""", User("Animal"));
    }

    [Fact]
    public void SaysHowSecretsAreEntered()
        => Assert.Contains("Secrets must be entered via 'nuke :secrets [profile]'", _schema["allOf"]![0]!["properties"]!["Password"]!["default"]!.GetValue<string>(), StringComparison.Ordinal);

    [Fact]
    public void DefinesTheEnginesParametersAndRefersToThem()
    {
        Assert.Equal("#/definitions/NukeBuild", _schema["allOf"]![1]!["$ref"]!.GetValue<string>());
        Assert.Equal(
            ["Continue", "Help", "Host", "NoLogo", "Partition", "Plan", "Profile", "Root", "Skip", "Target", "Verbosity"],
            _schema["definitions"]!["NukeBuild"]!["properties"]!.AsObject().Select(x => x.Key));
    }

    [Fact]
    public void ListsHostsAndTargets()
    {
        Assert.Contains("GitHubActions", Values("Host"));
        Assert.Contains("Terminal", Values("Host"));
        Assert.Equal(["AskTwice", "Show"], Values("ExecutableTarget"));
    }

    [Fact]
    public void HasAParametersFileThatNamesIt()
        => Assert.Equal("{\n  \"$schema\": \"./build.schema.json\"\n}\n", Workspace.Read(".nuke", "parameters.json"));

    private string User(string name) => _schema["allOf"]![0]!["properties"]![name]!.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal);

    private IEnumerable<string> Values(string definition)
        => _schema["definitions"]![definition]!["enum"]!.AsArray().Select(x => x!.GetValue<string>());
}
