using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>The rows of the form and metadata tables; the embedded index is tested with the same rows over HTTP.</summary>
public class CheckingAForm
{
    public static TheoryData<string> Rows { get; } = [.. FormRows.All.Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void GivesPyPIsResponse(string name)
    {
        var row = FormRows.All.Single(row => row.Name == name);
        var finding = UploadRules.OfForm(Forms.Of(row.Fields)).FirstOrDefault();
        Assert.Equal((row.Refusal, row.ServerFails), (finding?.Text, finding?.ServerFails ?? false));
    }

    [Theory]
    [InlineData("summary", 513)]
    [InlineData("description_content_type", 1)]
    public void ReportsAFieldOnce(string field, int length) =>
        Assert.Single(UploadRules.OfForm(Forms.Of(FormRow.Of("", null, ("metadata_version", "2.1"), (field, $"text/html\n{new string('a', length)}")).Fields)));

    [Theory]
    [InlineData("dog", false)]
    [InlineData("1.0+local", true)]
    public void DistinguishesPyPIsOwnRulesFromTheSpecification(string version, bool isPolicy) =>
        Assert.Equal(isPolicy, Assert.Single(UploadRules.OfForm(Forms.Of(FormRow.Of("", null, ("version", version)).Fields))).IsPolicy);

    [Fact]
    public void SaysWhatToChange() => Assert.All(FormRows.All.SelectMany(row => UploadRules.OfForm(Forms.Of(row.Fields))), finding =>
    {
        Assert.True(finding.Remedy.Length > 10, finding.Text);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
    });

    [Fact]
    public void ReportsEverythingAtOnce() => Assert.Collection(
        UploadRules.OfForm(Forms.Of(
        [
            ("metadata_version", "2.4"), ("name", "example"), ("version", "dog"), ("filetype", "sdist"), ("sha256_digest", new string('a', 64)),
            ("home_page", "irc://x"), ("requires_python", "3"), ("classifiers", "Topic :: Utilitis"), ("classifiers", "Nonsense"),
        ])),
        finding => Assert.StartsWith("'dog' is invalid for 'version'", finding.Text, StringComparison.Ordinal),
        finding => Assert.StartsWith("'3' is invalid for 'requires-python'", finding.Text, StringComparison.Ordinal),
        finding => Assert.StartsWith("'Nonsense' is not a valid classifier", finding.Text, StringComparison.Ordinal),
        finding => Assert.Contains("Did you mean 'Topic :: Utilities'?", finding.Remedy, StringComparison.Ordinal),
        finding => Assert.StartsWith("'irc://x' is not a valid url", finding.Text, StringComparison.Ordinal));
}
