using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>
/// The NuGet packages as they would be published, of all projects that do not depend on NUKE: those that use the stand-in are not packed.
/// </summary>
public sealed partial class ThePackages(PackedPackages packed) : IClassFixture<PackedPackages>
{
    internal static readonly string[] WithoutNuke = ["TrustedPublishing", "TrustedPublishing.Distributions", "TrustedPublishing.Packaging", "TrustedPublishing.Rehearsal"];

    public static TheoryData<string> Names => [.. WithoutNuke];

    public static TheoryData<string> Pages => [.. WithoutNuke, "TrustedPublishing.Nuke"];

    [Theory]
    [MemberData(nameof(Names))]
    public void SayWhatTheyAre(string name)
    {
        using var package = packed.Open($"{name}.*.nupkg");
        var specification = XDocument.Load(package.GetEntry($"{name}.nuspec")!.Open()).Root!.Elements().Single();
        string Value(string element) => specification.Elements().Single(each => each.Name.LocalName == element).Value;

        Assert.Equal((name, "MIT", "README.md", "icon.png"), (Value("id"), Value("license"), Value("readme"), Value("icon")));
        Assert.StartsWith("https://github.com/", Value("projectUrl"), StringComparison.Ordinal);
        Assert.Equal(("git", Value("projectUrl")), ((string?)Repository(specification).Attribute("type"), (string?)Repository(specification).Attribute("url")));
        Assert.Superset(new HashSet<string>(["nuke", "nuke-build", "pypi", "trusted-publishing", "oidc", "wheel"]), Value("tags").Split(' ').ToHashSet());
        Assert.StartsWith(File.ReadLines(RepositoryRoot.Combine("CHANGELOG.md")).First(line => line.StartsWith("## ", StringComparison.Ordinal))[3..], Value("releaseNotes"), StringComparison.Ordinal);
        Assert.InRange(Value("description").Length, 60, 400);
    }

    /// <summary>They use each other's internals, so a combination of different versions would fail at run time.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void DependOnEachOtherInExactlyOneVersion(string name)
    {
        using var package = packed.Open($"{name}.*.nupkg");
        var specification = XDocument.Load(package.GetEntry($"{name}.nuspec")!.Open());
        var siblings = specification.Descendants().Where(each => each.Name.LocalName == "dependency" && ((string)each.Attribute("id")!).StartsWith("TrustedPublishing", StringComparison.Ordinal)).ToArray();

        Assert.Equal(name == "TrustedPublishing.Distributions", siblings.Length == 0);
        Assert.All(siblings, sibling => Assert.Matches(@"\A\[[^,\]]+\]\z", (string)sibling.Attribute("version")!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HoldTheirLibraryWithDocumentationAndSymbols(string name)
    {
        using var package = packed.Open($"{name}.*.nupkg");
        using var symbols = packed.Open($"{name}.*.snupkg");

        Assert.Superset(
            new HashSet<string>(["README.md", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"]), package.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.Contains($"lib/net10.0/{name}.pdb", symbols.Entries.Select(entry => entry.FullName));
    }

    /// <summary>The package site shows about 40 lines at a glance and does not follow relative links.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task ShowTheirUseOnOnePage(string name)
    {
        var folder = RepositoryRoot.Combine("src", name);
        var page = await File.ReadAllTextAsync(Path.Combine(folder, File.Exists(Path.Combine(folder, "PACKAGE.md")) ? "PACKAGE.md" : "README.md"), TestContext.Current.CancellationToken);

        Assert.InRange(page.TrimEnd().Split('\n').Length, 10, 40);
        Assert.Matches($@"dotnet add (build )?package {Regex.Escape(name)}\n", page);
        Assert.Contains("```csharp\nusing ", page, StringComparison.Ordinal);
        Assert.NotEmpty(Link().Matches(page));
        Assert.All(Link().Matches(page), link => Assert.StartsWith("https://", link.Groups["target"].Value, StringComparison.Ordinal));
    }

    private static XElement Repository(XElement specification) => specification.Elements().Single(each => each.Name.LocalName == "repository");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}

/// <summary>All packages, packed together from what was compiled for the tests.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly TemporaryDirectory folder = new();

    public async ValueTask InitializeAsync()
    {
        var projects = string.Join(';', ThePackages.WithoutNuke.Select(name => RepositoryRoot.Combine("src", name, $"{name}.csproj")));
        var configuration = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).EndsWith("release", StringComparison.Ordinal) ? "Release" : "Debug";
        var all = folder.Write(
            "all.proj",
            $"""<Project><Target Name="Pack"><MSBuild Projects="{projects}" Targets="Pack" Properties="NoBuild=true;Configuration={configuration};PackageStandIns=false;PackageOutputPath={folder.Path}" /></Target></Project>""");
        var result = await ChildProcess.RunAsync("dotnet", ["msbuild", all, "-target:Pack", "-nologo", "-verbosity:quiet", "-nodeReuse:false"], timeout: TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, result.Output);
    }

    public ZipArchive Open(string pattern) => ZipFile.OpenRead(Directory.GetFiles(folder.Path, pattern).Single(file => char.IsAsciiDigit(Path.GetFileName(file)[pattern.IndexOf('*', StringComparison.Ordinal)])));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
