using CsCheck;
using TrustedPublishing.Failures;

namespace TrustedPublishing.Tests;

public sealed class FailureTexts
{
    [Theory]
    [InlineData("a\r\n\tb \u2028 c", "a b c")]
    [InlineData("\u001b[31mred\u001b[0m!", "red!")]
    [InlineData(null, "")]
    public void PutUntrustedTextOnOneLine(string? text, string expected) => Assert.Equal(expected, FailureText.OneLine(text));

    [Theory]
    [InlineData("bell\u0007 \u200b\u202e!", @"bell\u0007 \u200b\u202e!")]
    [InlineData("key eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJweXBpIn0.c2ln end", "key *** end")]
    [InlineData("key pypi-AgEIcHlwaS5vcmcCJGFiY2RlZg.", "key ***.")]
    [InlineData("pypi-publish", "pypi-publish")]
    public void ShowInvisibleCharactersAndNoSecrets(string text, string expected) =>
        Assert.Equal($"It failed.\nThe index says: \"{expected}\"", new FailureText("It failed.").Said("The index", text).ToString());

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
    public void AreOneLineForAnyUntrustedText() => Gen.String.Sample(text =>
    {
        var lines = new FailureText("It failed.").Said("The index", text).ToString().Split('\n');
        return lines.Length <= 2 && lines.All(line => !line.Any(char.IsControl));
    });
}
