namespace TrustedPublishing.Packaging.Tests;

public sealed class PackingTwice
{
    private static readonly string[] Paths = ["src/greeter/__init__.py", "src/greeter/b.py", "src/greeter/a/data.txt", "tests/test_b.py", "README.md", "LICENSE"];

    private const string Pyproject = """
        [project]
        name = "greeter"
        version = "1.0"
        readme = "README.md"
        """;

    [Fact]
    public void ProducesTheSameBytesInAnotherFolderTimeAndFileOrder()
    {
        using var first = new PythonProject(Pyproject, Paths);
        using var second = new PythonProject(Pyproject, [.. Paths.Reverse()]);
        foreach (var file in Directory.EnumerateFiles(second.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new(2031, 7, 8, 9, 10, 11, DateTimeKind.Utc));
        }

        Assert.Equal(Bytes(first.Pack()), Bytes(second.Pack()));
    }

    [Fact]
    public void ProducesTheSameBytesForAnyFileModes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var first = new PythonProject(Pyproject, Paths);
        using var second = new PythonProject(Pyproject, Paths);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(second.Folder, "src/greeter/b.py"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        }

        Assert.Equal(Bytes(first.Pack()), Bytes(second.Pack()));
    }

    [Fact]
    public void ReplacesTheFilesOfTheFirstRun()
    {
        using var project = new PythonProject(Pyproject, Paths);
        var before = Bytes(project.Pack());
        project.Write("src/greeter/b.py", "changed = True\n");
        Assert.NotEqual(before, Bytes(project.Pack()));
    }

    [Fact]
    public void GivesEveryMemberTheSourceDate()
    {
        using var project = new PythonProject(Pyproject, Paths);
        var dated = project.Pack(options => options with { SourceDate = new(2024, 5, 6, 7, 8, 10, TimeSpan.FromHours(2)) });
        Assert.All(ArchiveContents.Entries(dated.Files[0]), entry => Assert.Equal(new(2024, 5, 6, 5, 8, 10, TimeSpan.Zero), entry.ModificationTime));
    }

    [Fact]
    public void TakesTheDateFromTheEnvironment()
    {
        using var project = new PythonProject(Pyproject, Paths);
        var dated = project.Pack(options => options with { Environment = new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "1700000000" } });
        Assert.All(ArchiveContents.Entries(dated.Files[0]), entry => Assert.Equal(1700000000, entry.ModificationTime.ToUnixTimeSeconds()));
    }

    [Fact]
    public void PrefersTheOptionToTheEnvironment()
    {
        using var project = new PythonProject(Pyproject, Paths);
        var environment = new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "1700000000" };
        var dated = project.Pack(options => options with { Environment = environment, SourceDate = DateTimeOffset.FromUnixTimeSeconds(1600000000) });
        Assert.All(ArchiveContents.Entries(dated.Files[0]), entry => Assert.Equal(1600000000, entry.ModificationTime.ToUnixTimeSeconds()));
    }

    [Fact]
    public void WritesTheEarliestZipTimeForTheUnixEpoch()
    {
        using var project = new PythonProject(Pyproject, Paths);
        var dated = project.Pack(options => options with { SourceDate = DateTimeOffset.UnixEpoch });
        using var wheel = System.IO.Compression.ZipFile.OpenRead(dated.Files[1]);
        Assert.All(wheel.Entries, entry => Assert.Equal(new(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void RejectsAnInvalidDate(string text)
    {
        using var project = new PythonProject(Pyproject, Paths);
        var complaint = Assert.Single(project.Findings(options => options with { Environment = new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = text } }));
        Assert.Equal("SOURCE_DATE_EPOCH", complaint.Key);
    }

    [Fact]
    public void RejectsADateThatZipDoesNotSupport()
    {
        using var project = new PythonProject(Pyproject, Paths);
        var complaint = Assert.Single(project.Findings(options => options with { SourceDate = new(2108, 1, 1, 0, 0, 0, TimeSpan.Zero) }));
        Assert.Equal("PackagingOptions.SourceDate", complaint.Key);
    }

    private static IReadOnlyList<string> Bytes(PackagedDistributions packed) => [.. packed.Files.Select(file => Convert.ToHexString(File.ReadAllBytes(file)))];
}
