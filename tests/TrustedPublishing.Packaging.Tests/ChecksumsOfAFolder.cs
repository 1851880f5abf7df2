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
    public void AreRejectedForFilesElsewhere() => Assert.Throws<ArgumentException>(() => ChecksumFile.Write(folder.Path, [folder.Write("sub/d-1.tar.gz", "d")]));

    [Fact]
    public async Task AreReadableBySha256sum()
    {
        var result = await ChildProcess.RunAsync(
            Peers.Find("sha256sum"), ["--check", "--strict", "SHA256SUMS"], folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, "a-1-py3-none-any.whl: OK\nb-1.tar.gz: OK\n"), (result.ExitCode, result.StandardOutput));
    }
}
