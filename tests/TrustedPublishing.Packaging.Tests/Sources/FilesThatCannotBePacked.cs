using System.Diagnostics;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests.Sources;

/// <summary>
/// Everything in a package's folder is either packed or named in a finding; nothing is silently left out, and nothing causes a stack trace.
/// </summary>
public sealed class FilesThatCannotBePacked : IDisposable
{
    /// <summary>Hatchling ships everything in the package.</summary>
    private readonly PythonProject project = new($"{PythonProject.Minimal}\n[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n");

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("a:b.txt")]
    [InlineData("con.txt")]
    [InlineData("NUL")]
    [InlineData("com1.tar.gz")]
    [InlineData("LPT9")]
    [InlineData("q?.txt")]
    [InlineData("star*.txt")]
    [InlineData("less<.txt")]
    [InlineData("quote\".txt")]
    [InlineData("pipe|.txt")]
    [InlineData("dot.")]
    [InlineData("space ")]
    [InlineData("aux/data.txt")]
    [InlineData("folder./data.txt")]
    public void IncludeNamesThatWindowsDoesNotAllow(string name)
    {
        NotOnWindows();
        project.Write($"src/greeter/{name}", "");
        Assert.StartsWith($"src/greeter/{name}: Windows does not allow", Assert.Single(project.Findings()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console.txt")]
    [InlineData("com.txt")]
    [InlineData("com10.txt")]
    [InlineData("auxiliary")]
    [InlineData("a b.txt")]
    [InlineData("grüße.txt")]
    public void IncludeNoOtherNames(string name)
    {
        project.Write($"src/greeter/{name}", "");
        Assert.Contains($"greeter/{name}", project.Wheel().Keys);
    }

    [Theory]
    [InlineData("Data.txt", "data.txt")]
    [InlineData("\u00e9.txt", "e\u0301.txt")]
    [InlineData("\u00c9.txt", "e\u0301.txt")]
    [InlineData("\uac01.txt", "\u1100\u1161\u11a8.txt")]
    [InlineData("\u212b.txt", "\u00e5.txt")]
    public void IncludeNamesThatDifferOnlyInCaseOrComposition(string one, string other)
    {
        NotOnWindows();
        project.Write($"src/greeter/{one}", "").Write($"src/greeter/{other}", "");
        var complaint = Assert.Single(project.Findings());
        Assert.Contains($"src/greeter/{one}", complaint.Text, StringComparison.Ordinal);
        Assert.Contains($"src/greeter/{other}", complaint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void IncludeABrokenLink() => Complains("src/greeter/data.txt", "The link points to 'nowhere'", path => File.CreateSymbolicLink(path, "nowhere"));

    [Fact]
    public void IncludeALinkToItself() => Complains("src/greeter/data.txt", "The file cannot be read", path => File.CreateSymbolicLink(path, "data.txt"));

    [Fact]
    public void IncludeAFolderLinkedIntoItself() => Complains("src/greeter/again", "points to a folder that contains it", path => Directory.CreateSymbolicLink(path, "."));

    [Fact]
    public void IncludeAFolderLinkedToAParent() => Complains("src/greeter/deep/up", "points to a folder that contains it", path => Directory.CreateSymbolicLink(path, "../.."));

    [Fact]
    public void IncludeAFolderLinkedFromOutsideTheProject() => Complains("src/greeter/outside", "points outside the project", path => Directory.CreateSymbolicLink(path, "/etc"));

    [Fact]
    public void ExcludeAFolderLinkedInsideTheProject()
    {
        NotOnWindows();
        project.Write("shared/data.txt", "shared");
        Directory.CreateSymbolicLink(Path.Combine(project.Folder, "src/greeter/data"), "../../shared");
        Assert.Equal("shared", project.Wheel()["greeter/data/data.txt"]);
    }

    [Fact]
    public void ExcludeAFileLinkedInsideTheProject()
    {
        NotOnWindows();
        project.Write("shared.txt", "shared");
        File.CreateSymbolicLink(Path.Combine(project.Folder, "src/greeter/data.txt"), "../../shared.txt");
        Assert.Equal("shared", project.Wheel()["greeter/data.txt"]);
    }

    [Theory]
    [InlineData("src/greeter/pipe")]
    [InlineData("tests/pipe")]
    [InlineData("LICENSE")]
    public void IncludeAPipe(string path) => Complains(path, "This is a pipe (FIFO), not a file.", Fifo);

    [Fact]
    public void IncludeAPipeInPlaceOfTheProjectFile()
    {
        NotOnWindows();
        File.Delete(Path.Combine(project.Folder, "pyproject.toml"));
        Fifo(Path.Combine(project.Folder, "pyproject.toml"));
        Assert.Equal("pyproject.toml", Assert.Single(project.Findings()).Key);
    }

    [Fact]
    public async Task IncludeANameThatIsNotUtf8()
    {
        NotOnWindows();
        var python = Peers.Find("python3");
        await ChildProcess.RunAsync(python, ["-c", "import os; open(b'src/greeter/bad\\xff', 'w'); os.mkdir(b'src/greeter/dir\\xfe')"], project.Folder, cancellationToken: TestContext.Current.CancellationToken);

        var complaints = project.Findings();

        await ChildProcess.RunAsync(python, ["-c", "import os; os.remove(b'src/greeter/bad\\xff'); os.rmdir(b'src/greeter/dir\\xfe')"], project.Folder, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["src/greeter/bad\uFFFD", "src/greeter/dir\uFFFD"], complaints.Select(complaint => complaint.Key));
    }

    [Theory]
    [InlineData("bin", "Greeter.csproj", false)]
    [InlineData("obj", "Greeter.fsproj", false)]
    [InlineData("bin", "readme.txt", true)]
    public void ExcludeDotNetBuildOutputs(string folder, string beside, bool isPacked)
    {
        project.Write($"src/greeter/{folder}/data.txt", "").Write($"src/greeter/{beside}", "");
        Assert.Equal(isPacked, project.Wheel().ContainsKey($"greeter/{folder}/data.txt"));
    }

    private void Complains(string path, string text, Action<string> make)
    {
        NotOnWindows();
        var full = Path.Combine(project.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        make(full);

        var complaint = Assert.Single(project.Findings());

        Assert.EndsWith(complaint.Key, path, StringComparison.Ordinal);
        Assert.Contains(text, complaint.Text, StringComparison.Ordinal);
    }

    private static void Fifo(string path)
    {
        using var mkfifo = Process.Start("mkfifo", [path]);
        mkfifo.WaitForExit();
    }

    private static void NotOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names or files.");
}
