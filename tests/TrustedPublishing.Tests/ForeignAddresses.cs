using CsCheck;
using TrustedPublishing.Output;

namespace TrustedPublishing.Tests;

/// <summary>Addresses from untrusted sources.</summary>
public sealed class ForeignAddresses
{
    private static readonly Uri Origin = new("https://index.example.com/legacy/");

    [Theory]
    [InlineData("//")]
    [InlineData("///x")]
    [InlineData("//[::1")]
    [InlineData("http://")]
    [InlineData("http:///x")]
    [InlineData("https://[")]
    [InlineData("https://a:99999999/")]
    [InlineData("https://xn--\u0080/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void AreRejectedIfNotWebAddresses(string? text) => Assert.Null(ForeignUri.From(Origin, text));

    [Theory]
    [InlineData("/x", "https://index.example.com/x")]
    [InlineData("x", "https://index.example.com/legacy/x")]
    [InlineData("//other/x", "https://other/x")]
    [InlineData("http://other:81", "http://other:81/")]
    public void AreResolved(string text, string expected) => Assert.Equal(expected, ForeignUri.From(Origin, text)?.AbsoluteUri);

    [Fact]
    public void NeverThrow() => Gen.OneOf(Gen.String, Gen.OneOf("/", "//", ":", "[", "]", "@", "%", "http", "https:", "xn--", "\\", "#", "?", "[::1", "a", "99999")).Array[0, 8].Select(string.Concat).Sample(text =>
    {
        _ = ForeignUri.OrNull(text)?.AbsoluteUri;
        _ = ForeignUri.From(Origin, text) is { } url ? Redacted.Url(url) + url.Authority + url.IsLoopback : "";
        return true;
    });

    [Fact]
    public void AreLimitedInLength() => Assert.Null(ForeignUri.From(Origin, new string('a', 100_000)));
}
