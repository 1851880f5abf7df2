using System.IO.Compression;
using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Platforms;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Binaries;

namespace TrustedPublishing.Packaging.Tests.Platforms;

public sealed class PackingACommand : IDisposable
{
    private readonly PythonProject project = new("[project]\nname = \"hello-tool\"\nversion = \"1.0\"\n", "README.md");
    private readonly TemporaryDirectory published = new();

    public void Dispose()
    {
        project.Dispose();
        published.Dispose();
    }

    [Fact]
    public void InstallsASingleFileProgramAsAScript()
    {
        Publish("linux-x64/Hello", ElfForge.Glibc("GLIBC_2.34").Bytes());
        Publish("linux-x64/Hello.pdb", []);
        Publish("linux-x64/Hello.dbg", []);
        Publish("linux-x64/Hello.xml", []);

        var packed = Assert.Single(Pack("linux-x64").Files);

        Assert.Equal("hello_tool-1.0-py3-none-manylinux_2_34_x86_64.whl", Path.GetFileName(packed));
        using var wheel = ZipFile.OpenRead(packed);
        Assert.Equal(
            ["hello_tool-1.0.data/scripts/hello", "hello_tool-1.0.dist-info/METADATA", "hello_tool-1.0.dist-info/RECORD", "hello_tool-1.0.dist-info/WHEEL", "hello_tool/__init__.py", "hello_tool/__main__.py"],
            wheel.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(0b1_000_000_111_101_101, wheel.Entries[0].ExternalAttributes >> 16 & 0xFFFF);
    }

    [Fact]
    public void GivesAWindowsProgramItsExtension()
    {
        Publish("win-x64/Hello.exe", PeForge.Native());
        using var wheel = ZipFile.OpenRead(Assert.Single(Pack("win-x64").Files));
        Assert.Equal("hello_tool-1.0.data/scripts/hello.exe", wheel.Entries[0].FullName);
    }

    [Fact]
    public Task StartsAMultiFileProgramWithAConsoleScript()
    {
        Publish("linux-x64/Hello", ElfForge.Glibc().Bytes());
        Publish("linux-x64/Hello.dll", PeForge.Managed());
        Publish("linux-x64/de/Hello.resources.dll", PeForge.Managed());

        var wheel = ArchiveContents.OfWheel(Assert.Single(Pack("linux-x64").Files));

        return Verifier.Verify(string.Concat(wheel.Keys.Order(StringComparer.Ordinal).Select(name => $"{name}\n")) + '\n' + wheel["hello_tool-1.0.dist-info/entry_points.txt"]);
    }

    [Fact]
    public void PacksAProgramWithoutANativeHostForAllPlatforms()
    {
        Publish("any/Hello.dll", PeForge.Managed());
        Publish("any/Hello.runtimeconfig.json", []);
        var packed = Assert.Single(Pack("any").Files);
        Assert.Equal("hello_tool-1.0-py3-none-any.whl", Path.GetFileName(packed));
        Assert.Contains("Hello.dll", ArchiveContents.OfWheel(packed)["hello_tool/__init__.py"], StringComparison.Ordinal);
    }

    [Fact]
    public void KeepsTheProjectsOwnModules()
    {
        project.Write("hello_tool/__init__.py", "# own\n");
        Publish("linux-x64/Hello", ElfForge.Glibc().Bytes());
        var wheel = ArchiveContents.OfWheel(Assert.Single(Pack("linux-x64").Files));
        Assert.Equal("# own\n", wheel["hello_tool/__init__.py"]);
        Assert.Contains("hello_tool/__main__.py", wheel.Keys);
    }

    [Fact]
    public void RejectsAConsoleScriptWithTheSameName()
    {
        project.Write("pyproject.toml", "[project]\nname = \"hello-tool\"\nversion = \"1.0\"\nscripts.hello = \"a:b\"\n");
        Publish("linux-x64/Hello", ElfForge.Glibc().Bytes());
        Assert.Equal("project.scripts.hello", Assert.Single(Findings("linux-x64")).Key);
    }

    [Theory]
    [InlineData("hello world")]
    [InlineData("../hello")]
    [InlineData("")]
    public void RejectsAnInvalidCommandName(string command)
    {
        Publish("linux-x64/Hello", ElfForge.Glibc().Bytes());
        Assert.Equal("ToolCommandName", Assert.Single(Findings("linux-x64", command)).Key);
    }

    [Fact]
    public void RejectsAFolderWithoutTheProgram()
    {
        Publish("linux-x64/Other", ElfForge.Glibc().Bytes());
        Assert.Contains("Neither a program 'Hello'", Findings("linux-x64")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task FindsTheProgram() => Verifier.Verify(CommandModules.OfScript("hello") + "---\n" + CommandModules.OfFolder("program", "Hello") + "---\n" + CommandModules.Main("hello_tool"));

    private void Publish(string path, byte[] content)
    {
        published.Write(path, "");
        File.WriteAllBytes(published.Combine(path.Split('/')), content);
    }

    private PackagedDistributions Pack(string runtime, string command = "hello") => project.Pack(Options(runtime, command));

    private IReadOnlyList<PackagingFinding> Findings(string runtime, string command = "hello") => project.Findings(Options(runtime, command));

    private Func<PackagingOptions, PackagingOptions> Options(string runtime, string command) => options => options with
    {
        Formats = [DistributionKind.Wheel],
        Command = new(command, "Hello", new Dictionary<string, string> { [runtime] = published.Combine(runtime) }),
    };
}
