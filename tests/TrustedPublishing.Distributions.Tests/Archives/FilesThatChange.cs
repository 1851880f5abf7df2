using TrustedPublishing.Distributions.Archives;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>What something else does to a file between the moment it was opened for an archive and its end.</summary>
public sealed class FilesThatChange : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("grows")]
    [InlineData("shrinks")]
    [InlineData("has other content")]
    public void AreRefused(string how)
    {
        var path = folder.Write("data.txt", "first text");
        using var stream = new UnchangedFile("greeter/data.txt", path);
        Assert.Equal(5, stream.Read(new byte[5]));

        Change(path, how);

        var refusal = Assert.Throws<ChangedMemberException>(() => stream.CopyTo(Stream.Null));
        Assert.Equal(("greeter/data.txt", "it changed while it was read"), (refusal.Member, refusal.Message));
    }

    /// <summary>What is read from the disk in several parts can end between two of them.</summary>
    [Fact]
    public void AreRefusedWhereTheyEndBeforeTheirLength()
    {
        var path = folder.Write("data.txt", new string('x', 100_000));
        using var stream = new UnchangedFile("greeter/data.txt", path);
        Assert.Equal(5, stream.Read(new byte[5]));

        File.WriteAllText(path, "short");

        Assert.Equal("it changed while it was read", Assert.Throws<ChangedMemberException>(() => stream.CopyTo(Stream.Null)).Message);
    }

    [Fact]
    public void AreClosedWithTheirStream()
    {
        var stream = new UnchangedFile("greeter/data.txt", folder.Write("data.txt", "text"));

        stream.Dispose();

        Assert.Throws<ObjectDisposedException>(() => stream.Read(new byte[5]));
    }

    [Fact]
    public void AreReadWholeWhereTheyAreOnlyRenamedOrDeleted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes no file that is open.");
        var path = folder.Write("data.txt", "first text");
        using var stream = new UnchangedFile("greeter/data.txt", path);
        File.Delete(path);
        using var reader = new StreamReader(stream);
        Assert.Equal("first text", reader.ReadToEnd());
    }

    [Fact]
    public void AreRefusedWhenTheyAreGone()
    {
        var entry = ArchiveEntry.OfFile("greeter/data.txt", folder.Write("data.txt", "text"));
        File.Delete(folder.Combine("data.txt"));
        Assert.Equal("greeter/data.txt", Assert.Throws<ChangedMemberException>(entry.Open).Member);
        Assert.Equal("greeter/no.txt", Assert.Throws<ChangedMemberException>(() => ArchiveEntry.OfFile("greeter/no.txt", folder.Combine("no", "such"))).Member);
    }

    private static void Change(string path, string how)
    {
        File.WriteAllText(path, how switch { "grows" => "first text and more", "shrinks" => "", _ => "other text" });
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
    }
}
