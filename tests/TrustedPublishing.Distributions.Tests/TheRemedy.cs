using System.Globalization;
using System.Text;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>A finding says what to change in this particular case; it is only a warning if the list that it relies on may be outdated.</summary>
public sealed class TheRemedy
{
    private static readonly DateTimeOffset Later = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Topic :: Utilitis", "'Topic :: Utilities'")]
    [InlineData("Nonsense that resembles nothing", "or remove this one")]
    [InlineData("Private :: Do Not Upload", "only if it is meant to be public")]
    [InlineData("private :: x", "only if it is meant to be public")]
    [InlineData("Natural Language :: Ukranian", "Replace it with 'Natural Language :: Ukrainian'")]
    [InlineData("License :: OSI Approved :: X.Net License", "Drop the classifier")]
    public void FitsTheClassifier(string classifier, string words) => Assert.Contains(words, Assert.Single(Form(null, ("classifiers", classifier))).Remedy, StringComparison.Ordinal);

    [Theory]
    [InlineData("Nonsense", 60, FindingSeverity.Error)]
    [InlineData("Nonsense", 61, FindingSeverity.Warning)]
    [InlineData("Private :: Do Not Upload", 61, FindingSeverity.Error)]
    [InlineData("Natural Language :: Ukranian", 61, FindingSeverity.Error)]
    public void NamesTheDateOfAnOutdatedListOfClassifiers(string classifier, int days, FindingSeverity expected)
    {
        var finding = Assert.Single(Form(ClassifierList.Date.AddDays(days), ("classifiers", classifier)));

        Assert.Equal(expected, finding.Severity);
        Assert.Equal(expected == FindingSeverity.Warning, finding.Remedy.Contains(ClassifierList.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("linux_x86_64", "auditwheel")]
    [InlineData("macosx_11_2_arm64", "MACOSX_DEPLOYMENT_TARGET")]
    [InlineData("win_arm32", "a platform that PyPI accepts")]
    [InlineData("xlinux_x86_64", "a platform that PyPI accepts")]
    public void FitsThePlatform(string tag, string words)
    {
        var form = Forms.Of([("name", "foo"), ("version", "1.0")]);
        var (fresh, outdated) = (Assert.Single(FileNameRules.OfWheel(form, $"foo-1.0-py3-none-{tag}.whl", null)), Assert.Single(FileNameRules.OfWheel(form, $"foo-1.0-py3-none-{tag}.whl", Later)));

        Assert.Contains(words, fresh.Remedy, StringComparison.Ordinal);
        Assert.Equal((FindingSeverity.Error, FindingSeverity.Warning, true), (fresh.Severity, outdated.Severity, fresh.IsPolicy));
    }

    [Theory]
    [InlineData(null, "lacks Metadata-Version", FindingSeverity.Error)]
    [InlineData("2.9", "or older", FindingSeverity.Warning)]
    [InlineData("3.0", "or older", FindingSeverity.Error)]
    [InlineData("0.9", "or older", FindingSeverity.Error)]
    public void FitsTheMetadataVersion(string? version, string words, FindingSeverity later)
    {
        var finding = Form(Later, ("metadata_version", version)).First();

        Assert.Contains(words, finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(later, finding.Severity);
        Assert.Equal(FindingSeverity.Error, Form(null, ("metadata_version", version)).First().Severity);
    }

    [Theory]
    [InlineData(104857601, "101 MiB")]
    [InlineData(105906176, "101 MiB")]
    [InlineData(105906177, "102 MiB")]
    public void RoundsTheSizeUp(long size, string words) => Assert.Contains(words, Assert.Single(UploadRules.OfSize("f", "foobar", size, 104857600)).Remedy, StringComparison.Ordinal);

    [Fact]
    public void NamesEveryFileOfOneName() =>
        Assert.Contains("/dist/foo-1.0.tar.gz, /dist/foo-1.0.tar.gz", Assert.Single(UploadRules.OfSet([Forms.Distribution("foo-1.0.tar.gz"), Forms.Distribution("foo-1.0.tar.gz")])).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("x\n====\n\n*y", null, "declare text/markdown")]
    [InlineData("*y", "text/x-rst", "line 1")]
    public void NamesTheLinesOfADescription(string description, string? type, string words)
    {
        var finding = Assert.Single(Description(description, type));

        Assert.Contains(words, finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(type is null, finding.Remedy.Contains("declare text/markdown", StringComparison.Ordinal));
        Assert.Equal(type is null, finding.Text.Contains("default format", StringComparison.Ordinal));
        Assert.True(finding.IsPolicy);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void IsToRenderADescriptionOfMoreThanAMillionCharacters(int more, int warnings)
    {
        var text = new StringBuilder("text").Append('\n', (1024 * 1024) - 4 + more).ToString();

        Assert.Equal(warnings, Description(text, "text/x-rst").Count(finding => finding.Severity == FindingSeverity.Warning && finding.Remedy.Contains("rst2html", StringComparison.Ordinal)));
        Assert.Empty(Description(text, "text/markdown"));
        Assert.Empty(Description(text, "text/plain"));
    }

    /// <summary>Link definitions and unreferenced footnotes render as nothing, and so does a byte order mark.</summary>
    [Theory]
    [InlineData("", false)] // no description at all
    [InlineData(" ", true)]
    [InlineData("\ufeff", true)]
    [InlineData("\ufeff \t\r\n", true)]
    [InlineData("\ufeffx", false)]
    [InlineData("\u00a0", false)]
    [InlineData("[a]: b", true)]
    [InlineData("\ufeff[a]: b", true)]
    [InlineData("[a]: b\n\ntext", false)]
    [InlineData("[a]", false)]
    [InlineData("[^1]: note", true)]
    [InlineData("[^1]: note\n\n[^2]: note", true)]
    [InlineData("[^1]: note\n\n[^1]", false)]
    [InlineData("[^1]: note\n\n[^2]: note\n\n[^2]", false)]
    [InlineData("[^1]: note\n# heading", false)]
    [InlineData("[^1]: note\n    more", true)]
    [InlineData("[^1]: note\nmore", true)]
    [InlineData("[^1]:\nmore", false)]
    [InlineData("[^1]: note\n  > quote", false)]
    public void IsToWriteSomethingWhereMarkdownShowsNothing(string description, bool isEmpty)
    {
        Assert.Equal(isEmpty, Description(description, "text/markdown").Any());
        Assert.Equal(isEmpty, Description(description, "text/markdown; variant=GFM").Any());
    }

    private static IEnumerable<Finding> Description(string text, string? type) =>
        UploadRules.OfDescription(Forms.Of(type is null ? [("description", text)] : [("description", text), ("description_content_type", type)]));

    private static IEnumerable<Finding> Form(DateTimeOffset? now, (string Name, string? Value) change)
    {
        (string Name, string? Value)[] usual = [("metadata_version", "2.4"), ("name", "example"), ("version", "1.0"), ("filetype", "sdist"), ("sha256_digest", new string('a', 64))];
        return UploadRules.OfForm(Forms.Of([.. usual.Where(field => field.Name != change.Name).Append(change).Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))]), now);
    }
}
