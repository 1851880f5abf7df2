using TrustedPublishing.Testing;

namespace TrustedPublishing.Packaging.Tests;

public sealed class ChecksumsOfAFolder : IDisposable
{
    private const string DigestOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    private const string DigestOfB = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";

    private readonly TemporaryDirectory folder = new();

    public ChecksumsOfAFolder()
    {
        folder.Write("b-1.tar.gz", "b");
        folder.Write("a-1-py3-none-any.whl", "a");
        ChecksumFile.Write(folder.Path, ["b-1.tar.gz", folder.Combine("a-1-py3-none-any.whl")]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AreLinesSortedByName() =>
        Assert.Equal($"{DigestOfA}  a-1-py3-none-any.whl\n{DigestOfB}  b-1.tar.gz\n", File.ReadAllText(folder.Combine("SHA256SUMS")));

    [Fact]
    public void AreReadAgain() => Assert.Equal(DigestOfB, ChecksumFile.Read(folder.Combine(ChecksumFile.FileName))["b-1.tar.gz"]);

    [Fact]
    public void FitTheFolderTheyWereMadeOf() => Assert.True(ChecksumFile.Verify(folder.Path).AreNone);

    [Fact]
    public void TellWhatIsMissingExtraAndChanged()
    {
        File.Delete(folder.Combine("b-1.tar.gz"));
        folder.Write("c-1.tar.gz", "c");
        folder.Write("a-1-py3-none-any.whl", "other");
        folder.Write("notes.txt", "no distribution");
        var differences = ChecksumFile.Verify(folder.Path);
        Assert.Equal(["b-1.tar.gz"], differences.Missing);
        Assert.Equal(["c-1.tar.gz"], differences.Extra);
        Assert.Equal(["a-1-py3-none-any.whl"], differences.Changed);
        Assert.False(differences.AreNone);
    }

    [Theory]
    [InlineData("not a line\n")]
    [InlineData($"{DigestOfA}  ../b-1.tar.gz\n")]
    [InlineData($"{DigestOfA}  sub/b-1.tar.gz\n")]
    [InlineData($"{DigestOfA} b-1.tar.gz\n")]
    [InlineData($"{DigestOfA}  b-1.tar.gz\n{DigestOfB}  b-1.tar.gz\n")]
    public void AreRefusedWhenALineIsNoneOrLeadsElsewhere(string text)
    {
        folder.Write("SHA256SUMS", text);
        Assert.Throws<FormatException>(() => ChecksumFile.Verify(folder.Path));
    }

    [Fact]
    public void AreRefusedForFilesElsewhere() => Assert.Throws<ArgumentException>(() => ChecksumFile.Write(folder.Path, [folder.Write("sub/d-1.tar.gz", "d")]));

    [Fact]
    public async Task AreWhatSha256sumReads()
    {
        var result = await ChildProcess.RunAsync(
            Peers.Find("sha256sum"), ["--check", "--strict", "SHA256SUMS"], folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, "a-1-py3-none-any.whl: OK\nb-1.tar.gz: OK\n"), (result.ExitCode, result.StandardOutput));
    }
}
