using Nuke.Common.IO;
using TrustedPublishing.StandIns.Tests.Running;

namespace TrustedPublishing.StandIns.Tests.Values;

public sealed class Paths : IDisposable
{
    private readonly Workspace _workspace = new();

    private AbsolutePath Root => _workspace.Root;

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("/a/b/../c/./d//e/", "/a/c/d/e")]
    [InlineData(@"C:\a\..\b", @"C:\b")]
    [InlineData(@"\\server\share\..\other", @"\\server\other")]
    [InlineData("/", "/")]
    public void AreNormalised(string given, string expected) => Assert.Equal(expected, ((AbsolutePath)given).ToString());

    [Theory]
    [InlineData("/a", true)]
    [InlineData(@"C:\a", true)]
    [InlineData("a/b", false)]
    public void MayHaveARoot(string path, bool expected) => Assert.Equal(expected, PathConstruction.HasPathRoot(path));

    [Fact]
    public void CannotLeaveTheRoot() => Assert.Throws<ArgumentException>(() => (AbsolutePath)"/a/../..");

    [Fact]
    public void MustBeRooted() => Assert.Equal("Path 'a/b' must be rooted", Assert.Throws<ArgumentException>(() => (AbsolutePath)"a/b").Message);

    [Fact]
    public void AreCombined()
    {
        Assert.Equal($"{_workspace.Root}{Path.DirectorySeparatorChar}c{Path.DirectorySeparatorChar}d.txt", Root / "c" / "d.txt");
        Assert.Equal(Root, Root / "c" / "..");
        Assert.Throws<ArgumentException>(() => Root / "/c");
    }

    [Fact]
    public void KnowTheirParts()
    {
        var path = Root / "b.tar.gz";

        Assert.Equal("b.tar.gz", path.Name);
        Assert.Equal("b.tar", path.NameWithoutExtension);
        Assert.Equal(Root, path.Parent);
        Assert.Null(((AbsolutePath)Path.GetPathRoot(Root)).Parent);
    }

    [Fact]
    public void AreComparedByTheirText()
    {
        Assert.True(Root / "b" == Root / "x/../b");
        Assert.True(Root / "b" != Root / "c");
    }

    [Fact]
    public void AreWrittenWithDirectoryAndFinalLineBreak()
    {
        var file = Root / "new" / "file.txt";

        file.WriteAllText("one\ntwo");

        Assert.Equal("one\ntwo\n", file.ReadAllText());
        Assert.Equal(["one", "two"], file.ReadAllLines());
    }

    [Fact]
    public void AreCreatedCleanedAndDeleted()
    {
        var directory = (Root / "some" / "where").CreateOrCleanDirectory();
        var file = (directory / "file").WriteAllText("");

        Assert.True(file.FileExists());
        Assert.Equal([file], directory.GetFiles());
        Assert.Equal([directory], (Root / "some").GetDirectories());
        Assert.Empty(directory.CreateOrCleanDirectory().GetFiles());
        (Root / "some").DeleteDirectory();
        Assert.False(directory.DirectoryExists());
    }

    [Fact]
    public void AreFoundByPatterns()
    {
        foreach (var name in new[] { "a.whl", "sub/b.whl", "sub/deep/c.whl", "sub/d.tar.gz", ".hidden/e.whl" })
            (Root / name).WriteAllText("");

        Assert.Equal(["a.whl"], Names("*.whl"));
        Assert.Equal([".hidden/e.whl", "a.whl", "sub/b.whl", "sub/deep/c.whl"], Names("**/*.whl"));
        Assert.Equal([".hidden/e.whl", "sub/b.whl"], Names("*/*.whl"));
        Assert.Equal(["a.whl", "sub/d.tar.gz"], Names("?.whl", "sub/*.gz"));
    }

    private IEnumerable<string> Names(params string[] patterns)
        => Root.GlobFiles(patterns).Select(x => Path.GetRelativePath(Root, x).Replace('\\', '/')).OrderBy(x => x, StringComparer.Ordinal);
}
