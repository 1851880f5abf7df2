using System.Text;
using CsCheck;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Properties of the parsers; no input makes them throw or hang.</summary>
public class ParsersOfMetadata
{
    private const int Tries = 3000;

    private static readonly Gen<string> Noise = Gen.String[Gen.OneOf(Gen.Char["0123456789.-_+!abcdevrpost()[]<>=~;:,@'\"*`|\\ \t\n/#"], Gen.Char), 0, 60];

    private static readonly Gen<string> Number = Gen.Int[0, 300].Select(number => $"{number}");

    private static readonly Gen<string> Version = Gen.Select(
        Number.Array[1, 4], OneOf("", "a1", "b2", "rc3"), OneOf("", ".post4"), OneOf("", ".dev5"), OneOf("", "+x.6"),
        (release, pre, post, dev, local) => string.Join('.', release) + pre + post + dev + local);

    [Fact]
    public void KeepVersionsInNormalForm() => Version.Sample(text => PythonVersion.TryParse(text, out var version) && version.ToString() == text, iter: Tries);

    [Fact]
    public void OrderVersionsTotally() => Gen.Select(Version, Version, Version).Sample((a, b, c) =>
    {
        PythonVersion[] sorted = [.. new[] { a, b, c }.Select(Parse).Order()];
        return sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2] && Math.Sign(Parse(a).CompareTo(Parse(b))) == -Math.Sign(Parse(b).CompareTo(Parse(a)));
    }, iter: Tries);

    [Fact]
    public void IgnoreTrailingZerosOfVersions() => Number.Array[1, 4].Select(release => string.Join('.', release)).Sample(text =>
        Parse(text) == Parse($"{text}.0") && Parse(text).GetHashCode() == Parse($"{text}.0").GetHashCode(), iter: Tries);

    [Fact]
    public void ReadWhatTheyWrite() => Noise.Sample(text =>
    {
        var stable = !Requirement.TryParse($"x{text}", out var requirement, out _)
            || (Requirement.TryParse(requirement.ToString(), out var again, out _) && again.ToString() == requirement.ToString());
        return stable && (!VersionSpecifiers.TryParse(text, out var specifiers) || (VersionSpecifiers.TryParse(specifiers.ToString(), out var same) && same.ToString() == specifiers.ToString()));
    }, iter: Tries);

    [Fact]
    public void AcceptAnyText() => Noise.Sample(text =>
    {
        _ = PythonVersion.TryParse(text, out _);
        _ = Requirement.TryParse(text, out _, out _);
        _ = LicenseExpression.TryNormalize(text, out _, out _);
        _ = MailSyntax.Complaint(MailAddresses.Only(text));
        _ = WebAddress.IsValid(text);
        _ = ContentType.Parse(text);
        _ = DistributionFileName.TryParse($"{text}.whl", out _, out _);
        _ = UploadRules.OfFileName(Forms.Of([("filetype", "sdist")]), text).Count();
        _ = UploadRules.OfDescription(Forms.Of([("description", text)])).Count();
        _ = CoreMetadata.Parse(Encoding.UTF8.GetBytes(text)).Fields.Count;
    }, iter: Tries);

    [Fact]
    public void AcceptAnyForm() => Gen.Select(OneOf([.. FieldNames.All]), Noise).Array[0, 12].Sample(
        fields => _ = UploadRules.OfForm(Forms.Of(fields)).Count(), iter: Tries);

    [Fact]
    public void RoundTripPunycode() => Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['\u00a0', '\ud7ff'], Gen.Char['\ue000', '\uffef']), 1, 40].Where(label => !label.All(char.IsAscii)).Sample(
        label => Punycode.Decode(Punycode.Encode(label)) == label, iter: Tries);

    [Theory]
    [InlineData("bücher", "bcher-kva")]
    [InlineData("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b")]
    [InlineData("💩", "ls8h")]
    public void WritePunycode(string label, string code) => Assert.Equal((code, label), (Punycode.Encode(label), Punycode.Decode(code)));

    [Theory]
    [InlineData("99999999")]
    [InlineData("a-\u00e9")]
    [InlineData("a!")]
    public void RejectInvalidPunycode(string text) => Assert.Null(Punycode.Decode(text));

    /// <summary>Metadata of a future version may have any number of fields.</summary>
    [Fact]
    public void AcceptManyUnknownFields()
    {
        var metadata = new StringBuilder("Metadata-Version: 2.6\nName: x\nVersion: 1\n");
        for (var i = 0; i < 200_000; i++)
        {
            metadata.Append(System.Globalization.CultureInfo.InvariantCulture, $"X-{i}: y\n");
        }

        Assert.Equal(200_000, UploadForm.From(Forms.Distribution("x-1.tar.gz", metadata.ToString())).Fields.Count(field => field.Name.StartsWith("x_", StringComparison.Ordinal)));
    }

    [Fact]
    public void AcceptAnyBytes() => Gen.Byte.Array[0, 200].Sample(bytes => _ = CoreMetadata.Parse(bytes).Fields.Count, iter: Tries);

    /// <summary>Text that could provoke quadratic time; it is parsed in a moment, so a regression shows as a test that never ends.</summary>
    [Theory]
    [InlineData("a-", 100_000)]
    [InlineData(":a", 100_000)]
    [InlineData("*a ", 60_000)]
    [InlineData("`x ", 60_000)]
    [InlineData("[1]_ ", 40_000)]
    [InlineData("((", 60_000)]
    [InlineData("a\n b\n", 40_000)]
    [InlineData("- ", 20_000)]
    [InlineData("a@", 60_000)]
    [InlineData("é", 60_000)]
    [InlineData("\u0660\u0661", 60_000)]
    [InlineData("l·", 60_000)]
    [InlineData("xn--\u0416-", 60_000)]
    [InlineData("\"", 60_000)]
    [InlineData("{", 60_000)]
    [InlineData("1.", 60_000)]
    [InlineData("x; ", 60_000)]
    public void AcceptHostileText(string piece, int times)
    {
        var text = new StringBuilder().Insert(0, piece, times).ToString();
        _ = UploadRules.OfDescription(Forms.Of([("description", text)])).Count();
        _ = UploadRules.OfForm(Forms.Of(
        [
            ("metadata_version", "2.5"), ("name", "x"), ("version", text), ("requires_dist", $"x; {text}"), ("requires_python", text), ("license_expression", text),
            ("author_email", text), ("maintainer_email", $"a@{text}.com"), ("provides_extra", text), ("description_content_type", text), ("home_page", $"https://{text}"), ("import_name", text),
        ])).Count();
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static PythonVersion Parse(string text) => PythonVersion.TryParse(text, out var version) ? version : throw new FormatException(text);
}
