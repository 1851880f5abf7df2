using System.Text;
using TrustedPublishing.Distributions.Metadata;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>Fields that do not exist in the declared metadata version, although build backends write them.</summary>
public class FieldsOfOtherMetadataVersions
{
    public static TheoryData<string> Versions => [.. MetadataFields.Versions];

    [Theory, MemberData(nameof(Versions))]
    public void AreNotSentIfALaterVersionIntroducedThem(string version)
    {
        var form = UploadForm.From(Forms.Distribution("foo-1.0.tar.gz", $"{Every(MetadataFields.All)}Metadata-Version: {version}\n"));

        var age = MetadataFields.AgeOf(version);
        Assert.Equal(
            MetadataFields.All.Where(field => MetadataFields.AgeOf(field.Since) <= age).Select(field => field.Form),
            form.Fields.Select(field => field.Name).Intersect(MetadataFields.All.Select(field => field.Form)));
        Assert.DoesNotContain(UploadRules.OfForm(form), finding => finding.Text.Contains("introduced in metadata version", StringComparison.Ordinal));
    }

    [Fact]
    public void AreReportedUnlessNothingIsLost()
    {
        var finding = Assert.Single(ArchivedMetadataRules.Check(Read("Metadata-Version: 1.2\nDescription-Content-Type: text/markdown\nLicense-File: LICENSE\n")));

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal(
            "description-content-type is not sent, because metadata version 2.1 introduced it and the archive's metadata declares 1.2; PyPI rejects a form that contains it.", finding.Text);
    }

    [Fact]
    public void OfALaterMinorVersionAreSentWithAWarning()
    {
        const string Metadata = "Metadata-Version: 2.6\nName: foo\nVersion: 1.0\nLicense-File: LICENSE\nNew-Field: a\nnew-field: b\nOther: c\n";

        var form = UploadForm.From(Forms.Distribution("foo-1.0.tar.gz", Metadata));

        Assert.Equal(["license_file=LICENSE", "new_field=a", "new_field=b", "other=c"], form.Fields.Where(field => field.Name is "license_file" or "new_field" or "other").Select(field => $"{field.Name}={field.Value}"));
        Assert.EndsWith("are sent without being checked: new-field, other.", Assert.Single(ArchivedMetadataRules.Check(Read(Metadata))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.5")]
    [InlineData("2.x")]
    [InlineData("3.0")]
    [InlineData("2")]
    public void AreNotSentForAnyOtherVersion(string version) =>
        Assert.Null(UploadForm.From(Forms.Distribution("foo-1.0.tar.gz", $"Metadata-Version: {version}\nNew-Field: a\n")).First("new_field"));

    [Fact]
    public void DoNotExemptKnownFields() => Assert.Contains(
        UploadRules.OfForm(UploadForm.From(Forms.Distribution("foo-1.0.tar.gz", "Metadata-Version: 2.6\nName: foo\nVersion: dog\nNew-Field: a\n"))),
        finding => finding.Text.StartsWith("'dog' is invalid for 'version'.", StringComparison.Ordinal));

    /// <summary>Not even a hostile archive can put its own digest or file into the form.</summary>
    [Theory]
    [InlineData("Filetype", "filetype")]
    [InlineData("Content", "content")]
    [InlineData("Attestations", "attestations")]
    [InlineData("SHA256-Digest", "sha256_digest")]
    [InlineData("sha256_digest", "sha256_digest")]
    [InlineData("Protocol-Version", "protocol_version")]
    [InlineData("Classifiers", "classifiers")]
    [InlineData("Project-URLs", "project_urls")]
    [InlineData(":action", ":action")]
    public void NeverReplaceTheFormsOwnFields(string header, string field)
    {
        var form = UploadForm.From(Forms.Distribution("foo-1.0.tar.gz", $"Metadata-Version: 2.6\nX: y\n{header}: mine\n"));

        Assert.Equal("y", form.First("x"));
        Assert.DoesNotContain("mine", form.All(field));
    }

    private static string Every(IEnumerable<MetadataField> fields) =>
        string.Concat(fields.Where(field => field.Header is not ("metadata-version" or "description")).Select(field => $"{field.Header}: x\n")) + "Description: x\n";

    private static CoreMetadata Read(string text) => CoreMetadata.Parse(Encoding.UTF8.GetBytes(text));
}
