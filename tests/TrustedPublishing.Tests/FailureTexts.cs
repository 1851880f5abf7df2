using CsCheck;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Tests;

public sealed class FailureTexts
{
    [Theory]
    [InlineData("a\r\n\tb \u2028 c", "a b c")]
    [InlineData("\u001b[31mred\u0007\u200b\u202e!", "red!")]
    [InlineData(null, "")]
    [InlineData("key eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJweXBpIn0.c2ln end", "key *** end")]
    [InlineData("key pypi-AgEIcHlwaS5vcmcCJGFiY2RlZg.", "key ***.")]
    [InlineData("pypi-publish", "pypi-publish")]
    public void CleanWhatOthersSay(string? text, string expected) => Assert.Equal(expected, FailureText.Clean(text));

    [Fact]
    public void CutWhatIsTooLong() => Assert.Equal($"{new string('x', 400)}…", FailureText.Clean(new('x', 5000)));

    [Theory]
    [InlineData("::error::no")]
    [InlineData("  \t::set-output name=x::y")]
    [InlineData("text ##[error]no")]
    [InlineData("####[error]no")]
    public void AreNeverCommandsForTheRunner(string line)
    {
        var text = new FailureText(line).Block(line).Change(line).Said(line, line).ToString();
        Assert.DoesNotContain(text.Split('\n'), shown => shown.TrimStart().StartsWith("::", StringComparison.Ordinal) || shown.Contains("##[", StringComparison.Ordinal));
    }

    [Fact]
    public void CleanAnything() => Gen.String.Sample(text =>
    {
        var clean = FailureText.Clean(text);
        return clean.Length <= 401 && clean.All(character => !char.IsControl(character));
    });
}
