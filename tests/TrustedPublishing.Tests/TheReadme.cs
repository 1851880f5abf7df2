using System.Text.RegularExpressions;
using System.Xml.Linq;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>The README and the manual.</summary>
public sealed partial class TheReadme
{
    private static readonly string Manual = RepositoryRoot.Combine("src", "TrustedPublishing.Nuke", "docs");
    private static readonly string[] Troubleshooting = File.ReadAllLines(Path.Combine(Manual, "troubleshooting.md"));

    public static TheoryData<PublishFailure> Failures => [.. Enum.GetValues<PublishFailure>()];

    /// <summary>Failures of targets that are not of a release. They belong to the layer that this project does not reference.</summary>
    private static readonly string[] Others =
    [
        .. SectionName().Matches(File.ReadAllText(RepositoryRoot.Combine("src", "TrustedPublishing.Nuke", "ManualSection.cs"))).Select(match => match.Groups["name"].Value),
    ];

    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. new[] { Manual, RepositoryRoot.Combine(".github"), RepositoryRoot.Combine("src"), RepositoryRoot.Combine("tests"), RepositoryRoot.Combine("build") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")).Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public void ExplainsEveryFailureUnderItsCode(PublishFailure failure) => Assert.Contains($"## {failure}", Troubleshooting);

    [Theory]
    [MemberData(nameof(Failures))]
    public void IsLinkedByEveryFailure(PublishFailure failure)
    {
        var repository = XDocument.Load(RepositoryRoot.Combine("src", "Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        var page = Path.GetRelativePath(RepositoryRoot.Path, Path.Combine(Manual, "troubleshooting.md")).Replace('\\', '/');

        Assert.Equal($"{repository}/blob/main/{page}#{failure.ToString().ToLowerInvariant()}", new PublishException(failure, "It failed.").HelpLink);
    }

    [Fact]
    public void NamesNoFailureThatDoesNotExist() =>
        Assert.All(Troubleshooting.Where(line => line.StartsWith("## ", StringComparison.Ordinal)), line => Assert.True(Enum.TryParse<PublishFailure>(line[3..], out _) || Others.Contains(line[3..]), line));

    [Fact]
    public void ExplainsEveryOtherFailureToo()
    {
        Assert.InRange(Others.Length, 5, 20);
        Assert.All(Others, section => Assert.Contains($"## {section}", Troubleshooting));
    }

    [Fact]
    public void FitsOnFourScreens() => Assert.InRange(File.ReadAllLines(RepositoryRoot.Combine("README.md")).Length, 1, 200);

    [Fact]
    public void LinksEveryPageOfTheManual()
    {
        var readme = File.ReadAllText(RepositoryRoot.Combine("README.md"));

        Assert.All(Directory.EnumerateFiles(Manual, "*.md"), page => Assert.Contains($"(src/TrustedPublishing.Nuke/docs/{Path.GetFileName(page)})", readme, StringComparison.Ordinal));
    }

    /// <summary>Its table names the tests that verify each guarantee.</summary>
    [Fact]
    public void NamesTestsThatExistForWhatIsPromisedAboutSecurity()
    {
        var rows = File.ReadAllLines(RepositoryRoot.Combine(".github", "SECURITY.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        var tests = Directory.EnumerateFiles(RepositoryRoot.Combine("tests"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.InRange(rows.Count, 10, 30);
        Assert.All(rows, row => Assert.All(row.Split('|')[^2].Split(','), test => Assert.Contains(test.Trim(' ', '`'), tests)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksOnlyToExistingFiles(string page)
    {
        var file = Path.Combine(RepositoryRoot.Path, page);
        var links = Link().Matches(File.ReadAllText(file)).Select(match => match.Groups["target"].Value.Split('#')[0]).Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));

        Assert.All(links, target => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)), target));
    }

    [GeneratedRegex("^    (?<name>[A-Z][A-Za-z]+),", RegexOptions.Multiline)]
    private static partial Regex SectionName();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
