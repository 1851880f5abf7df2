using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

public sealed class PackingGreeter : IDisposable
{
    private static readonly string Greeter = RepositoryRoot.Combine("tests", "samples", "greeter");

    private readonly TemporaryDirectory output = new();
    private readonly PackagedDistributions packed;

    public PackingGreeter() =>
        packed = new DistributionPackager(new() { ProjectDirectory = Greeter, OutputDirectory = output.Path, Environment = new Dictionary<string, string>() })
            .Pack(TestContext.Current.CancellationToken);

    public void Dispose() => output.Dispose();

    [Fact]
    public void NamesTheFilesAsPyPIRequires() =>
        Assert.Equal(["greeter-1.0.0.tar.gz", "greeter-1.0.0-py3-none-any.whl"], packed.Files.Select(file => Path.GetFileName(file)));

    [Fact]
    public void ReportsNameAndVersion() => Assert.Equal(("greeter", "1.0.0"), (packed.Name, packed.Version.ToString()));

    [Fact]
    public void LeavesNothingElseInTheFolder() => Assert.Equal(packed.Files.Order(), Directory.EnumerateFileSystemEntries(output.Path).Order());

    [Fact]
    public Task WritesTheWheelsOwnFiles()
    {
        var wheel = ArchiveContents.OfWheel(packed.Files[1]);
        var own = wheel.Where(member => member.Key.Contains(".dist-info/", StringComparison.Ordinal) && !member.Key.Contains("/licenses/", StringComparison.Ordinal));
        return Verifier.Verify(WithoutOwnVersion(string.Concat(own.Select(member => $"--- {member.Key}\n{member.Value}"))));
    }

    private static string WithoutOwnVersion(string text) =>
        Regex.Replace(Regex.Replace(text, @"(?<=Generator: TrustedPublishing ).*", "{version}"), @"(?<=/WHEEL,).*", "sha256={digest},{size}");

    [Fact]
    public Task PutsTheSourcesIntoTheSdist() =>
        Verifier.Verify(string.Join('\n', ArchiveContents.Entries(packed.Files[0]).Select(entry => $"{entry.EntryType,-12} {Convert.ToString((int)entry.Mode, 8)} {entry.Length,5} {entry.Name}")));

    [Fact]
    public void GivesTheSdistTheSameMetadata() =>
        Assert.Equal(ArchiveContents.OfWheel(packed.Files[1])["greeter-1.0.0.dist-info/METADATA"], ArchiveContents.OfSdist(packed.Files[0])["PKG-INFO"]);

    [Fact]
    public void KeepsTheSourcesAsTheyAre()
    {
        var source = File.ReadAllText(Path.Combine(Greeter, "src", "greeter", "__init__.py"));
        Assert.Equal(source, ArchiveContents.OfWheel(packed.Files[1])["greeter/__init__.py"]);
        Assert.Equal(source, ArchiveContents.OfSdist(packed.Files[0])["src/greeter/__init__.py"]);
    }
}
