using System.Formats.Tar;

namespace TrustedPublishing.Packaging.Tests.Archives;

public sealed class SdistFraming : IDisposable
{
    private static readonly string Long = $"src/greeter/{new string('d', 120)}/{new string('f', 90)}.txt";
    private static readonly string TooLong = $"src/greeter/{new string('d', 120)}/{new string('f', 130)}.txt";

    private readonly PythonProject project = new(PythonProject.Hatchling, "src/greeter/__init__.py", "src/greeter/grüße.txt", Long, TooLong, "run", "tests/run.sh");
    private readonly string sdist;

    public SdistFraming()
    {
        project.Write("tests/run.sh", "#!/bin/sh\n");
        sdist = project.Pack().Files[0];
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void HasAGzipHeaderWithoutNameAndTime() => Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255], File.ReadAllBytes(sdist)[..10]);

    [Fact]
    public void KeepsLongAndNonAsciiNames() =>
        Assert.Superset(new HashSet<string> { "src/greeter/grüße.txt", Long, TooLong }, ArchiveContents.OfSdist(sdist).Keys.ToHashSet());

    [Fact]
    public void KeepsTheirContent() => Assert.All(ArchiveContents.OfSdist(sdist).Where(member => member.Key.StartsWith("src/", StringComparison.Ordinal)), member => Assert.Equal($"# {member.Key}\n", member.Value));

    [Fact]
    public void HasOneTopFolder() => Assert.All(ArchiveContents.Entries(sdist), entry => Assert.StartsWith("greeter-1.0/", entry.Name, StringComparison.Ordinal));

    [Fact]
    public void BelongsToNobody() => Assert.All(ArchiveContents.Entries(sdist), entry => Assert.Equal((0, 0), (entry.Uid, entry.Gid)));

    [Fact]
    public void StartsWithTheMetadata() =>
        Assert.Equal(["greeter-1.0/PKG-INFO", "greeter-1.0/pyproject.toml"], ArchiveContents.Entries(sdist).Select(entry => entry.Name).Take(2));

    [Fact]
    public void ContainsRegularFilesOnly() =>
        Assert.All(ArchiveContents.Entries(sdist), entry => Assert.Equal(TarEntryType.RegularFile, entry.EntryType));

    [Fact]
    public void MakesScriptsExecutable() =>
        Assert.All(ArchiveContents.Entries(sdist), entry => Assert.Equal(entry.Name.EndsWith(".sh", StringComparison.Ordinal) ? "755" : "644", Convert.ToString((int)entry.Mode, 8)));
}
