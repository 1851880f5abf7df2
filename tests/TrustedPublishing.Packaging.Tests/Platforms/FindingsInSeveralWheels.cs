using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Packaging.Tests.Platforms;

/// <summary>A problem with a file that is in every wheel is reported once, however many wheels there are.</summary>
public sealed class FindingsInSeveralWheels : IDisposable
{
    private readonly TemporaryDirectory built = new();

    public void Dispose() => built.Dispose();

    [Theory]
    [InlineData("src/greeter/con.txt", "src/greeter/con.txt")]
    [InlineData("src/greeter/a:b.txt", "src/greeter/a:b.txt")]
    [InlineData("src/greeter/Data.txt|src/greeter/data.txt", "src/greeter/Data.txt")]
    public void AreReportedOnce(string further, string key)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "The file system here cannot hold the names.");
        using var project = new PythonProject(PythonProject.Hatchling, ["src/greeter/__init__.py", .. further.Split('|')]);

        Assert.Equal(key, Assert.Single(Findings(project, "greeter/native/lib")).Key);
    }

    [Fact]
    public void NameAPlatformFileThatCollidesWithAProjectFile()
    {
        using var project = new PythonProject(PythonProject.Hatchling, "src/greeter/__init__.py", "src/greeter/Lib");

        var finding = Assert.Single(Findings(project, "greeter/lib"));

        Assert.Contains("greeter/Lib", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("greeter/lib", finding.ToString(), StringComparison.Ordinal);
    }

    private static readonly string[] Processors = ["x64", "arm64"];

    private IReadOnlyList<PackagingFinding> Findings(PythonProject project, string path)
    {
        File.WriteAllBytes(built.Combine("x64"), ElfForge.Glibc("GLIBC_2.17").Bytes());
        File.WriteAllBytes(built.Combine("arm64"), (ElfForge.Glibc("GLIBC_2.17") with { Machine = 183 }).Bytes());
        return project.Findings(options => options with
        {
            Platforms = Processors.ToDictionary(
                processor => $"linux-{processor}", IReadOnlyDictionary<string, string> (processor) => new Dictionary<string, string> { [path] = built.Combine(processor) }),
        });
    }
}
