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

    [Fact]
    public void MustBeRooted() => Assert.Equal("Path 'a/b' must be rooted", Assert.Throws<ArgumentException>(() => (AbsolutePath)"a/b").Message);

    [Fact]
    public void CannotLeaveTheRoot() => Assert.Throws<ArgumentException>(() => (AbsolutePath)"/a/../..");

    [Fact]
    public void AreCombinedAndExtended()
    {
        AbsolutePath path = "/a/b";

        Assert.Equal("/a/b/c/d.txt", path / "c" / "d.txt");
        Assert.Equal("/a/b.zip", path + ".zip");
        Assert.Equal("/a", path / "..");
        Assert.Equal("/a", path / ..);
        Assert.Throws<ArgumentException>(() => path / "/c");
    }

    [Fact]
    public void KnowTheirParts()
    {
        AbsolutePath path = "/a/b.tar.gz";

        Assert.Equal("b.tar.gz", path.Name);
        Assert.Equal("b.tar", path.NameWithoutExtension);
        Assert.Equal(".gz", path.Extension);
        Assert.Equal("/a", path.Parent);
        Assert.Null(((AbsolutePath)"/").Parent);
        Assert.True(path.HasExtension("zip", "GZ"));
        Assert.Equal("/a/b.tar.zip", path.WithExtension("zip"));
    }

    [Fact]
    public void AreComparedByTheirText()
    {
        Assert.True((AbsolutePath)"/a/b" == (AbsolutePath)"/a/x/../b");
        Assert.True((AbsolutePath)"/a" != (AbsolutePath)"/A");
        Assert.True((AbsolutePath)@"C:\a" == (AbsolutePath)@"c:\A");
    }

    [Fact]
    public void AreQuotedOnRequest()
    {
        Assert.Equal("\"/a b\"", ((AbsolutePath)"/a b").ToString("dn"));
        Assert.Equal("/ab", ((AbsolutePath)"/ab").ToString("dn"));
    }

    [Fact]
    public void AreMadeRelative()
    {
        Assert.Equal("../c/d", ((AbsolutePath)"/a/b").GetUnixRelativePathTo("/a/c/d").ToString());
        Assert.True(((AbsolutePath)"/a").Contains("/a/b"));
        Assert.False(((AbsolutePath)"/a").Contains("/ab"));
    }

    [Fact]
    public void AreWrittenWithDirectoryAndFinalLineBreak()
    {
        var file = Root / "new" / "file.txt";

        file.WriteAllText("text");
        file.AppendAllText("more");

        Assert.Equal("text\nmore", file.ReadAllText());
        Assert.Equal((byte)'t', file.ReadAllBytes()[0]);
        Assert.Equal("one\ntwo\n", (Root / "lines").WriteAllLines(["one", "two"], platformFamily: Nuke.Common.PlatformFamily.Linux).ReadAllText());
    }

    [Fact]
    public void AreCreatedCleanedAndDeleted()
    {
        var directory = (Root / "some" / "where").CreateDirectory();
        var file = (directory / "file").TouchFile();

        Assert.True(file.FileExists());
        Assert.Empty(directory.CreateOrCleanDirectory().GetFiles());
        (Root / "some").DeleteDirectory();
        Assert.False(directory.DirectoryExists());
    }

    [Fact]
    public void AreFoundByPatterns()
    {
        foreach (var name in new[] { "a.whl", "sub/b.whl", "sub/deep/c.whl", "sub/d.tar.gz", ".hidden/e.whl" })
            (Root / name).TouchFile();

        Assert.Equal(["a.whl"], Names("*.whl"));
        Assert.Equal([".hidden/e.whl", "a.whl", "sub/b.whl", "sub/deep/c.whl"], Names("**/*.whl"));
        Assert.Equal([".hidden/e.whl", "sub/b.whl"], Names("*/*.whl"));
        Assert.Equal(["sub/b.whl", "sub/d.tar.gz"], Names("sub/*.{whl,tar.gz}"));
        Assert.Equal(["a.whl", "sub/d.tar.gz"], Names("?.whl", "sub/*.gz"));
        Assert.Equal(["sub", "sub/deep"], Root.GlobDirectories("**/sub", "**/deep").Select(x => (string)Root.GetUnixRelativePathTo(x)).Order());
    }

    private IEnumerable<string> Names(params string[] patterns)
        => Root.GlobFiles(patterns).Select(x => (string)Root.GetUnixRelativePathTo(x)).OrderBy(x => x, StringComparer.Ordinal);
}
