using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

namespace Builds;

[ParameterPrefix("Demo")]
internal interface IDemo : INukeBuild
{
    [Parameter("The key.")]
    [Secret]
    string ApiKey => TryGetValue(() => ApiKey);

    [Parameter]
    int Attempts => TryGetValue<int?>(() => Attempts) ?? 3;

    [Parameter]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;
}

internal interface IDemoChild : IDemo
{
    [Parameter]
    string Unprefixed => TryGetValue(() => Unprefixed);
}

internal enum Color
{
    Red,
    DarkGreen,
}

internal sealed class ParameterBuild : NukeBuild, IDemoChild, IHazConfiguration
{
    public static int Run() => Execute<ParameterBuild>(x => x.Show);

    [Parameter("Who is greeted")] readonly string Greeting = "hello";
    [Parameter] readonly string NuGetApiKey;
    [Parameter] readonly string OIDCToken;
    [Parameter(Name = "other-name")] readonly string Renamed;
    [Parameter] readonly int Level = 1;
    [Parameter] readonly bool Fast;
    [Parameter] readonly bool? Maybe;
    [Parameter] readonly Color Paint = Color.Red;
    [Parameter] readonly string[] Names;
    [Parameter(Separator = "+")] readonly string[] Parts;
    [Parameter] readonly int[] Numbers;
    [Parameter] readonly AbsolutePath Folder;
    [Parameter] [Secret] readonly string Password;
    [Parameter] string Property { get; }

    Target Show => _ => _.Executes(() =>
    {
        Say.Value("Greeting", Greeting);
        Say.Value("NuGetApiKey", NuGetApiKey);
        Say.Value("OIDCToken", OIDCToken);
        Say.Value("Renamed", Renamed);
        Say.Value("Level", Level);
        Say.Value("Fast", Fast);
        Say.Value("Maybe", Maybe);
        Say.Value("Paint", Paint);
        Say.Value("Names", Names);
        Say.Value("Parts", Parts);
        Say.Value("Numbers", Numbers);
        Say.Value("Folder", Folder);
        Say.Value("Password", Password);
        Say.Value("Property", Property);
        Say.Value("Configuration", ((IHazConfiguration)this).Configuration);
        ShowComponent();
        ShowBuild();
    });

    // The first non-null value is kept; null is looked up again.
    Target AskTwice => _ => _.Executes(() =>
    {
        Say.Value("before", ((IDemo)this).ApiKey);
        Environment.SetEnvironmentVariable("DEMO_API_KEY", "one");
        Say.Value("then", ((IDemo)this).ApiKey);
        Environment.SetEnvironmentVariable("DEMO_API_KEY", "two");
        Say.Value("later", ((IDemo)this).ApiKey);
    });

    private void ShowComponent()
    {
        Say.Value("ApiKey", ((IDemo)this).ApiKey);
        Say.Value("Attempts", ((IDemo)this).Attempts);
        Say.Value("DryRun", ((IDemo)this).DryRun);
        Say.Value("Unprefixed", ((IDemoChild)this).Unprefixed);
    }

    private void ShowBuild()
    {
        Say.Value("Root", RootDirectory);
        Say.Value("Temporary", TemporaryDirectory);
        Say.Value("Verbosity", Verbosity);
        Say.Value("Host", Host.GetType().Name);
        Say.Value("IsServerBuild", ((INukeBuild)this).IsServerBuild);
        Say.Value("Profiles", LoadedLocalProfiles);
    }
}
