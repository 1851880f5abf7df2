using CsCheck;

namespace TrustedPublishing.Distributions.Tests;

public sealed class NuGetVersions
{
    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2", "1.2")]
    [InlineData("1.2.3.4", "1.2.3.4")]
    [InlineData("v1.2.3-beta.4", "1.2.3b4")]
    [InlineData("1.2.3-beta.4", "1.2.3b4")]
    [InlineData("1.2.3-beta4", "1.2.3b4")]
    [InlineData("1.2.3-beta", "1.2.3b0")]
    [InlineData("1.2.3-ALPHA.1", "1.2.3a1")]
    [InlineData("1.2.3-a.1", "1.2.3a1")]
    [InlineData("1.2.3-b1", "1.2.3b1")]
    [InlineData("1.2.3-rc.1", "1.2.3rc1")]
    [InlineData("1.2.3-preview.2", "1.2.3rc2")]
    [InlineData("1.2.3-beta-1", "1.2.3b1")]
    [InlineData("1.2.3-rc.01", "1.2.3rc1")]
    [InlineData("1.2.3-alpha", "1.2.3a0")]
    [InlineData("1.2.3-preview.3+sha.5a1f", "1.2.3rc3")]
    [InlineData("1.2.3.4-beta.1", "1.2.3.4b1")]
    [InlineData("1.2.3.0", "1.2.3.0")]
    [InlineData("01.2.3-rc1", "1.2.3rc1")]
    [InlineData("1.2.3-dev.7", "1.2.3.dev7")]
    [InlineData("1.2.3+5a1f", "1.2.3")]
    [InlineData("1.2.3-beta.4+5a1f.2", "1.2.3b4")]
    [InlineData("1.2.3-alpha.0.7", "1.2.3a0.dev7")]
    [InlineData("1.2.3-alpha.1.7", "1.2.3a2.dev7")]
    [InlineData("1.2.3-rc.9.12", "1.2.3rc10.dev12")]
    public void BecomePythonVersions(string text, string expected) => Assert.Equal(expected, PythonVersion.FromSemVer(text).ToString());

    [Theory]
    [InlineData("1.2.0-1", "only a number")]
    [InlineData("1.2.0-0.3.7", "only a number")]
    [InlineData("1.2.0-20240101", "only a number")]
    [InlineData("1.2.0-beta-1-2", "'beta-1-2'")]
    [InlineData("1.2.0-alpha.1.2.3", "'alpha.1.2.3'")]
    [InlineData("1.2.0-SNAPSHOT", "'SNAPSHOT'")]
    [InlineData("1.2.0-pullrequest0012.3", "'pullrequest0012.3'")]
    [InlineData("1.2.3.4.5", "'1.2.3.4.5'")]
    [InlineData("1.2.0+build+2", "'1.2.0+build+2'")]
    [InlineData("1.2.0-ci.5", "'ci.5'")]
    [InlineData("1.2.0-post.1", "'post.1'")]
    [InlineData("1.2.0-r1", "'r1'")]
    [InlineData("1.2.0-preview.1.24080.9", "'preview.1.24080.9'")]
    [InlineData("1.2.0-g5a1f", "'g5a1f'")]
    [InlineData("1.2.0-dev.1.2", "two numbers")]
    [InlineData("1.2.0-", "'1.2.0-'")]
    [InlineData("latest", "'latest'")]
    [InlineData("1", "'1'")]
    [InlineData("1.2.3.dev4", "'1.2.3.dev4'")]
    [InlineData("", "''")]
    public void AreRejectedIfPythonWouldOrderThemDifferently(string text, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => PythonVersion.FromSemVer(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void KeepTheirOrder()
    {
        string[] ascending =
        [
            "1.2.3-alpha.0.1", "1.2.3-alpha.0.20", "1.2.3-alpha.1", "1.2.3-alpha.1.1", "1.2.3-alpha.2", "1.2.3-alpha.10", "1.2.3-beta.1", "1.2.3-beta.1.5",
            "1.2.3-rc.1", "1.2.3-rc.1.1", "1.2.3-rc.2", "1.2.3", "1.2.4-alpha.0.1", "1.2.4",
        ];
        Assert.Equal(ascending.Select(PythonVersion.FromSemVer), ascending.Reverse().Select(PythonVersion.FromSemVer).Order());
    }

    /// <summary>Python takes <c>preview</c> for <c>rc</c> (PEP 440), NuGet for what comes before.</summary>
    [Fact]
    public void AreTheSameForAPreviewAndAReleaseCandidate()
    {
        Assert.Equal(PythonVersion.FromSemVer("1.0.0-rc.1"), PythonVersion.FromSemVer("1.0.0-preview.1"));
        Assert.True(PythonVersion.FromSemVer("1.0.0-preview.7") > PythonVersion.FromSemVer("1.0.0-rc.1"));
    }

    [Fact]
    public void KeepTheirOrderForAnyNumbers() =>
        Gen.Select(Gen.Int[0, 2], Gen.OneOf(Gen.Const("alpha"), Gen.Const("beta"), Gen.Const("rc")), Gen.Int[1, 12], Gen.Int[0, 12]).Array[2].Sample(pair =>
        {
            var semantic = Compare(pair[0], pair[1]);
            Assert.Equal(Math.Sign(semantic), Math.Sign(Version(pair[0]).CompareTo(Version(pair[1]))));
        });

    [Fact]
    public void AreParsedOrRejectedForAnyText() => Gen.String[Gen.Char["0123.-+alphbetrcdv"], 0, 24].Sample(text =>
    {
        try
        {
            _ = PythonVersion.FromSemVer(text);
        }
        catch (FormatException)
        {
        }
    });

    private static PythonVersion Version((int Patch, string Label, int Number, int Height) version) =>
        PythonVersion.FromSemVer($"1.0.{version.Patch}-{version.Label}.{version.Number}{(version.Height == 0 ? "" : $".{version.Height}")}");

    /// <summary>SemVer, section 11: labels as text, numbers as numbers, and the shorter of two with the same prefix first.</summary>
    private static int Compare((int Patch, string Label, int Number, int Height) left, (int Patch, string Label, int Number, int Height) right) =>
        (left.Patch, left.Number, left.Height) == (right.Patch, right.Number, right.Height) && left.Label == right.Label ? 0
            : left.Patch != right.Patch ? left.Patch - right.Patch
            : left.Label != right.Label ? string.CompareOrdinal(left.Label, right.Label)
            : left.Number != right.Number ? left.Number - right.Number
            : left.Height - right.Height;
}
