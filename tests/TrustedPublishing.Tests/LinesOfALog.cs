using System.Globalization;
using CsCheck;
using TrustedPublishing.Output;

namespace TrustedPublishing.Tests;

/// <summary>Text from outside as a line of a log.</summary>
public sealed class LinesOfALog
{
    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.String,
        Gen.OneOf("::", ":", "#", "##", "##[", "##vso[", "[", "]", " ", "\n", "\r", "\t", "\u00a0", "\u200b", "\u2060", "\ufeff", "\u202e", "\0", "stop-commands", "::stop-commands::P", "\U000E0041", "\ud800"))
        .Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("a\nb", @"a\nb")]
    [InlineData("a\r\n\tb", @"a\r\n\tb")]
    [InlineData("\u001b[31m\u0007\0", @"\u001b[31m\u0007\u0000")]
    [InlineData("pypi\u202egpj.\u2066x\u2069", @"pypi\u202egpj.\u2066x\u2069")]
    [InlineData("pa\u200bypal\u2060\ufeff\u00ad\u034f\u3164", @"pa\u200bypal\u2060\ufeff\u00ad\u034f\u3164")]
    [InlineData("\U000E0041\U000E0001", @"\U000e0041\U000e0001")]
    [InlineData("\u2028\u2029\u0085", @"\u2028\u2029\u0085")]
    [InlineData("Grüße, 世界, 😀 – a b", "Grüße, 世界, 😀 – a b")]
    [InlineData(null, "")]
    public void ShowInvisibleCharacters(string? text, string expected) => Assert.Equal(expected, LogLine.Encode(text));

    [Theory]
    [InlineData("::stop-commands::P", ":\u200A:stop-commands::P")]
    [InlineData("  \u3000::set-output name=x::y", "  \u3000:\u200A:set-output name=x::y")]
    [InlineData("###[error]x", "#\u200A#\u200A#[error]x")]
    [InlineData("a ##[add-mask]x ##vso[task]", "a #\u200A#[add-mask]x #\u200A#vso[task]")]
    [InlineData("a::b #1", "a::b #1")]
    public void AreNotCommandsAndReadTheSame(string text, string expected) => Assert.Equal(expected, LogLine.Encode(text));

    [Fact]
    public void AreNotCommandsWhateverTheyContain() => Nasty.Sample(text =>
    {
        var line = LogLine.Encode(text);
        Assert.False(IsCommand(line), line);
        Assert.DoesNotContain(line, character => char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format);
        Assert.Equal(line, LogLine.Encode(line));
    });

    [Fact]
    public void AreTruncatedIfTooLong() => Assert.Equal($"{new string('x', 4000)}…", LogLine.Encode(new('x', 100_000)));

    [Fact]
    public void AreEncodedSeparately() => Assert.Equal("a\n:\u200A:b\n#\u200A#[c", LogLine.EncodeAll("a\n::b\n##[c"));

    /// <summary>
    /// Detects commands as the runner does (actions/runner, <c>ActionCommand.TryParseV2</c> and <c>TryParse</c>), whatever the name of the command.
    /// </summary>
    private static bool IsCommand(string line)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        return compare.IsPrefix(line.TrimStart(), "::") || compare.IndexOf(line, "##[") >= 0
            || line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##", StringComparison.Ordinal);
    }
}
