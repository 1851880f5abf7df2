using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Import names consist of Python's identifiers: each list names the characters as <c>str.isidentifier</c> of Python 3.13 judges them.</summary>
public sealed class NamingAnImport
{
    private const string Letters = "61 5F E9 41F 16EE 1885 1886 2118 212E 20000";
    private const string Others = "31 B7 301 387 903 E33 EB3 1369 136A 1371 19DA 200C 200D 203F 30FB FF65 FF9E FF9F";

    private const string Neither =
        "20 2D 2B 37A 1368 1372 200B 2E2F 309B 309C FC5E FC5F FC60 FC61 FC62 FC63 FDFA FDFB FE70 FE72 FE74 FE76 FE78 FE7A FE7C FE7E 1F40D";

    public static TheoryData<string> First { get; } = [.. Letters.Split(' ')];

    public static TheoryData<string> NeverFirst { get; } = [.. $"{Others} {Neither}".Split(' ')];

    public static TheoryData<string> Later { get; } = [.. $"{Letters} {Others}".Split(' ')];

    public static TheoryData<string> Never { get; } = [.. Neither.Split(' ')];

    [Theory, MemberData(nameof(First))]
    public void MayBeginWith(string character) => Assert.Empty(Check(Text(character)));

    [Theory, MemberData(nameof(NeverFirst))]
    public void CannotBeginWith(string character) => Assert.EndsWith("is not a valid identifier.", Assert.Single(Check($"{Text(character)}a")), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Later))]
    public void MayContinueWith(string character) => Assert.Empty(Check($"a{Text(character)}b"));

    [Theory, MemberData(nameof(Never))]
    public void CannotContinueWith(string character) => Assert.EndsWith("is not a valid identifier.", Assert.Single(Check($"a{Text(character)}b")), StringComparison.Ordinal);

    [Fact]
    public void GivesOneFindingForAName() => Assert.EndsWith("'class' is a keyword.", Assert.Single(Check("foo.class; public")), StringComparison.Ordinal);

    private static string Text(string character) => new Rune(int.Parse(character, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    private static IEnumerable<string> Check(string name) => ImportNameRules.Check("import-name", name).Select(finding => finding.Text.Split(" See ")[0]);
}
