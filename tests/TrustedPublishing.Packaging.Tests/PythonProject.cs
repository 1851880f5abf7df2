using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

/// <summary>A Python project in a temporary folder, and the result of packing it.</summary>
internal sealed class PythonProject : IDisposable
{
    public const string Minimal = """
        [project]
        name = "greeter"
        version = "1.0"
        """;

    /// <summary>hatchling ships the whole package, and everything in the sdist.</summary>
    public const string Hatchling = $"""
        {Minimal}

        [build-system]
        requires = ["hatchling"]
        build-backend = "hatchling.build"
        """;

    private readonly TemporaryDirectory directory = new();

    /// <param name="pyproject">The text of <c>pyproject.toml</c>.</param>
    /// <param name="files">Paths separated by <c>/</c>; their content is a comment. Default: one package under <c>src</c>.</param>
    public PythonProject(string pyproject = Minimal, params string[] files)
    {
        Write("pyproject.toml", pyproject);
        foreach (var file in files.Length == 0 ? ["src/greeter/__init__.py"] : files)
        {
            Write(file, $"# {file}\n");
        }
    }

    public string Folder => directory.Combine("project");

    public string Output => directory.Combine("out");

    public PythonProject Write(string path, string text)
    {
        directory.Write(Path.Combine("project", path), text);
        return this;
    }

    public PackagedDistributions Pack(Func<PackagingOptions, PackagingOptions>? change = null)
    {
        var options = new PackagingOptions { ProjectDirectory = Folder, OutputDirectory = Output, Environment = new Dictionary<string, string>() };
        return new DistributionPackager(change?.Invoke(options) ?? options).Pack(TestContext.Current.CancellationToken);
    }

    public IReadOnlyList<PackagingFinding> Findings(Func<PackagingOptions, PackagingOptions>? change = null) =>
        Assert.Throws<PackagingException>(() => Pack(change)).Findings;

    /// <summary>The text of the wheel's members by name.</summary>
    public IReadOnlyDictionary<string, string> Wheel(Func<PackagingOptions, PackagingOptions>? change = null) =>
        ArchiveContents.OfWheel(Pack(change).Files.Single(file => file.EndsWith(".whl", StringComparison.Ordinal)));

    /// <summary>The text of the sdist's members by name, without the top folder.</summary>
    public IReadOnlyDictionary<string, string> Sdist(Func<PackagingOptions, PackagingOptions>? change = null) =>
        ArchiveContents.OfSdist(Pack(change).Files.Single(file => file.EndsWith(".tar.gz", StringComparison.Ordinal)));

    /// <summary>The text of METADATA.</summary>
    public string Metadata(Func<PackagingOptions, PackagingOptions>? change = null) =>
        Wheel(change).Single(member => member.Key.EndsWith(".dist-info/METADATA", StringComparison.Ordinal)).Value;

    public void Dispose() => directory.Dispose();
}
