using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
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

[TypeConverter(typeof(TypeConverter<Flavor>))]
internal sealed class Flavor : Enumeration
{
    public static readonly Flavor Sweet = new() { Value = nameof(Sweet) };
    public static readonly Flavor Sour = new() { Value = nameof(Sour) };
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
    [Parameter] readonly Color? MaybePaint;
    [Parameter] readonly Flavor Taste;
    [Parameter] readonly string[] Names;
    [Parameter(Separator = "+")] readonly string[] Parts;
    [Parameter] readonly int[] Numbers;
    [Parameter] readonly AbsolutePath Folder;
    [Parameter] [Secret] readonly string Password;
    [Parameter(List = false)] readonly string Unlisted;
    [Parameter(ValueProviderMember = nameof(Animals))] readonly string Animal;
    [Parameter] string Property { get; }
    [CI] readonly Nuke.Common.CI.GitHubActions.GitHubActions OnGitHub;

    IEnumerable<string> Animals => ["dog", "cat"];

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
        Say.Value("MaybePaint", MaybePaint);
        Say.Value("Taste", Taste);
        Say.Value("Names", Names);
        Say.Value("Parts", Parts);
        Say.Value("Numbers", Numbers);
        Say.Value("Folder", Folder);
        Say.Value("Password", Password);
        Say.Value("Property", Property);
        Say.Value("OnGitHub", OnGitHub != null);
        Say.Value("Configuration", ((IHazConfiguration)this).Configuration);
        ShowComponent();
        ShowBuild();
    });

    // The first non-null value is kept; null is looked up again.
    Target AskTwice => _ => _.Executes(() =>
    {
        Say.Value("before", ((IDemo)this).ApiKey);
        EnvironmentInfo.SetVariable("DEMO_API_KEY", "one");
        Say.Value("then", ((IDemo)this).ApiKey);
        EnvironmentInfo.SetVariable("DEMO_API_KEY", "two");
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
        Say.Value("IsServerBuild", IsServerBuild);
        Say.Value("Partition", Partition);
        Say.Value("Profiles", LoadedLocalProfiles);
        Say.Value("Assembly", BuildAssemblyFile?.Name);
        Say.Value("Project", BuildProjectFile?.Name);
    }
}
