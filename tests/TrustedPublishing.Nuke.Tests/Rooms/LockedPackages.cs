using System.Text.Json.Nodes;
using System.Xml.Linq;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rooms;

/// <summary>In CI, packages are restored by committed hashes, for every project whose restore does not depend on the stand-ins.</summary>
public sealed class LockedPackages
{
    private static readonly string[] NotLocked = ["Nuke.Common", "Nuke.Components", "Verify.XunitV3"];

    private static readonly string[] Folders = ["build", "src", "tests"];

    public static TheoryData<string> LockFiles => [.. Projects().Select(LockOf).Where(File.Exists).Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))];

    [Fact]
    public void AreListedForEveryProjectWithoutNukeAndVerify() =>
        Assert.Equal(Projects().Where(project => !Reaches(project, [])).Select(Name), Projects().Where(project => File.Exists(LockOf(project))).Select(Name));

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void AreListedWithTheirHashesAndNothingElse(string file)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(file));

        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        var packages = JsonNode.Parse(text)!["dependencies"]!["net10.0"]!.AsObject().Where(package => (string)package.Value!["type"]! != "Project");
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Equal(64, Convert.FromBase64String((string)package.Value!["contentHash"]!).Length));
    }

    /// <summary>No request to the package source is needed: the lock file already prevents the restore.</summary>
    [Fact]
    public async Task AreNotRestoredInCiIfTheLockFileIsOutdated()
    {
        using var copy = new TemporaryDirectory();
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "CHANGELOG.md", "src/Directory.Build.props", "src/BannedSymbols.txt", "src/TrustedPublishing.Distributions/TrustedPublishing.Distributions.csproj", "src/TrustedPublishing.Distributions/packages.lock.json" })
        {
            copy.Write(file, (await File.ReadAllTextAsync(RepositoryRoot.Combine(file), TestContext.Current.CancellationToken)).Replace("\"Markdig\" Version=\"", "\"Markdig\" Version=\"9", StringComparison.Ordinal));
        }

        var result = await ChildProcess.RunAsync(
            "dotnet", ["restore", copy.Combine("src", "TrustedPublishing.Distributions")], copy.Path, new Dictionary<string, string?> { ["CI"] = "true", ["PackageStandIns"] = null, ["DOTNET_NOLOGO"] = "true" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NU1004", result.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// Samples represent projects of users, which this repository does not restore. What a project only downloads, in the version of the SDK, is in no lock file.
    /// </summary>
    private static IEnumerable<string> Projects() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Name(file).StartsWith("tests/samples/", StringComparison.Ordinal))
            .Where(file => !XDocument.Load(file).Descendants("PackageDownload").Any()).Order(StringComparer.Ordinal);

    /// <summary>
    /// Whether a project depends on NUKE or Verify, directly or through another project. Test projects get Verify from their folder's own file.
    /// </summary>
    private static bool Reaches(string project, HashSet<string> seen)
    {
        var document = XDocument.Load(project);
        var references = document.Descendants("ProjectReference").Select(reference => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value.Replace('\\', '/'))));
        return project.EndsWith(".Tests.csproj", StringComparison.Ordinal)
            || document.Descendants("PackageReference").Any(reference => NotLocked.Contains(reference.Attribute("Include")?.Value))
            || references.Where(File.Exists).Any(reference => seen.Add(reference) && Reaches(reference, seen));
    }

    private static string LockOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");

    private static string Name(string project) => Path.GetRelativePath(RepositoryRoot.Path, project).Replace('\\', '/');
}
