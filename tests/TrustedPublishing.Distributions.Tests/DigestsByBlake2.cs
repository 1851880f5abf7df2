using System.Text;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Expected values computed with Python's <c>hashlib.blake2b(data, digest_size=32)</c>, the server's own function.</summary>
public sealed class DigestsByBlake2
{
    [Theory]
    [InlineData("", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")]
    [InlineData("abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")]
    public void AreThoseOfTheReference(string text, string digest) => Assert.Equal(digest, Hex(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void DoNotDependOnHowTheDataArrives(int length)
    {
        var data = Enumerable.Range(0, length).Select(index => (byte)(index * 31)).ToArray();
        var expected = Hex(data);

        foreach (var piece in new[] { 1, 7, 127, 128, 129, 1000 })
        {
            var hasher = new Blake2b();
            foreach (var chunk in data.Chunk(piece))
            {
                hasher.Append(chunk);
            }

            Assert.Equal(expected, hasher.Finish());
        }
    }

    [Theory]
    [InlineData(128, "c3582f71ebb2be66fa5dd750f80baae97554f3b015663c8be377cfcb2488c1d1")]
    [InlineData(129, "f7f3c46ba2564ff4c4c162da1f5b605f9f1c4aa6a20652a9f9a337c1a2f5b9c9")]
    [InlineData(1_000_000, "9e5e2f2d303e7db6db30a3355a9a7def57785f58e04a95b22254b60ab9e9a51b")]
    public void AreThoseOfTheReferenceAtBlockBorders(int length, string digest) =>
        Assert.Equal(digest, Hex(Enumerable.Range(0, length).Select(index => (byte)(index % 251)).ToArray()));

    internal static string Hex(byte[] data)
    {
        var hasher = new Blake2b();
        hasher.Append(data);
        return hasher.Finish();
    }
}
