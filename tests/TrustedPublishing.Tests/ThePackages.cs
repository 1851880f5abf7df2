using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>
/// The NuGet packages as they would be published, of all projects that do not depend on NUKE: those that use the stand-in are not packed.
/// </summary>
public sealed partial class ThePackages(PackedPackages packed) : IClassFixture<PackedPackages>
{
    /// <summary>What portable symbols call the two (<see href="https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md"/>).</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A"), EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    internal static readonly string[] WithoutNuke = ["TrustedPublishing", "TrustedPublishing.Distributions", "TrustedPublishing.Packaging", "TrustedPublishing.Rehearsal"];

    public static TheoryData<string> Names => [.. WithoutNuke];

    public static TheoryData<string> Pages => [.. WithoutNuke, "TrustedPublishing.Nuke"];

    [Theory]
    [MemberData(nameof(Names))]
    public void HaveCompleteMetadata(string name)
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
    public void ContainTheirLibraryWithDocumentationAndSymbols(string name)
    {
        using var package = packed.Open($"{name}.*.nupkg");
        using var symbols = packed.Open($"{name}.*.snupkg");

        Assert.Superset(
            new HashSet<string>(["README.md", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"]), package.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.Contains($"lib/net10.0/{name}.pdb", symbols.Entries.Select(entry => entry.FullName));
    }

    /// <summary>A debugger finds every source file: on GitHub at the commit that the package names, or in the symbols.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void LinkTheirSymbolsToTheSourcesOfTheirCommit(string name)
    {
        Assert.SkipUnless(Path.Exists(RepositoryRoot.Combine(".git")), "The sources are not in a git repository, so they have no commit.");
        using var package = packed.Open($"{name}.*.nupkg");
        var repository = Repository(XDocument.Load(package.GetEntry($"{name}.nuspec")!.Open()).Root!.Elements().Single());
        var commit = packed.VersionOf(package, $"lib/net10.0/{name}.dll").Split('+')[^1]; // that of the last commit may be newer than what was compiled
        var sources = $"{((string)repository.Attribute("url")!).Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal)}/{commit}/*";
        Assert.Matches("\\A[0-9a-f]{40}\\z", commit);
        Assert.Matches("\\A[0-9a-f]{40}\\z", (string?)repository.Attribute("commit"));
        using var symbols = packed.Open($"{name}.*.snupkg");
        using var file = new MemoryStream(Bytes(symbols.GetEntry($"lib/net10.0/{name}.pdb")!));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        var reader = provider.GetMetadataReader();

        var link = JsonNode.Parse(Information(reader, MetadataTokens.EntityHandle(0x00000001), SourceLink).Single())!["documents"]!.AsObject();
        var (linked, _) = Assert.Single(link, document => (string?)document.Value == sources);
        Assert.EndsWith("/*", linked, StringComparison.Ordinal);
        Assert.All(reader.Documents, document => Assert.True(
            reader.GetString(reader.GetDocument(document).Name).StartsWith(linked[..^1], StringComparison.Ordinal) && !reader.GetString(reader.GetDocument(document).Name).Contains("/obj/", StringComparison.Ordinal)
                || Information(reader, document, EmbeddedSource).Any(),
            reader.GetString(reader.GetDocument(document).Name)));
    }

    /// <summary>The same sources give the same bytes, and no package is packed that breaks its own public contract.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AreDeterministicAndValidated(string name)
    {
        using var package = packed.Open($"{name}.*.nupkg");
        using var library = new PEReader(new MemoryStream(Bytes(package.GetEntry($"lib/net10.0/{name}.dll")!)));

        Assert.Contains(library.ReadDebugDirectory(), entry => entry.Type is DebugDirectoryEntryType.Reproducible);
        Assert.Equal("true", XDocument.Load(RepositoryRoot.Combine("src", "Directory.Build.props")).Descendants("EnablePackageValidation").Single().Value);
    }

    /// <summary>The package site shows about 40 lines at a glance and does not follow relative links.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task ExplainTheirUseOnOnePage(string name)
    {
        var folder = RepositoryRoot.Combine("src", name);
        var page = await File.ReadAllTextAsync(Path.Combine(folder, File.Exists(Path.Combine(folder, "PACKAGE.md")) ? "PACKAGE.md" : "README.md"), TestContext.Current.CancellationToken);

        Assert.InRange(page.TrimEnd().Split('\n').Length, 10, 40);
        Assert.Matches($@"dotnet add (build )?package {Regex.Escape(name)}\n", page);
        Assert.Contains("```csharp\nusing ", page, StringComparison.Ordinal);
        Assert.NotEmpty(Link().Matches(page));
        Assert.All(Link().Matches(page), link => Assert.StartsWith("https://", link.Groups["target"].Value, StringComparison.Ordinal));
    }

    private static IEnumerable<byte[]> Information(MetadataReader reader, EntityHandle parent, Guid kind) =>
        reader.GetCustomDebugInformation(parent).Select(reader.GetCustomDebugInformation).Where(information => reader.GetGuid(information.Kind) == kind).Select(information => reader.GetBlobBytes(information.Value));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var copy = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(copy);
        return copy.ToArray();
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
        var result = await ChildProcess.RunAsync("dotnet", ["msbuild", all, "-target:Pack", "-nologo", "-verbosity:quiet", "-nodeReuse:false"]);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    public ZipArchive Open(string pattern) => ZipFile.OpenRead(Directory.GetFiles(folder.Path, pattern).Single(file => char.IsAsciiDigit(Path.GetFileName(file)[pattern.IndexOf('*', StringComparison.Ordinal)])));

    /// <summary>The product version of a library in a package, which names the commit that it was compiled from.</summary>
    public string VersionOf(ZipArchive package, string entry)
    {
        var file = folder.Combine(Path.GetFileName(entry));
        package.GetEntry(entry)!.ExtractToFile(file, overwrite: true);
        return FileVersionInfo.GetVersionInfo(file).ProductVersion!;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
