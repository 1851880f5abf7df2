using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Tests.Distributions;

/// <summary>Lists that PyPI may have changed since do not stop a release for ever.</summary>
public class OutdatedLists
{
    private static readonly DateTimeOffset Later = PlatformTags.AsOf.AddDays(366);

    private static readonly (string Name, string Value)[] Usual =
        [("name", "foo"), ("version", "1.0"), ("filetype", "sdist"), ("sha256_digest", new string('a', 64))];

    [Theory]
    [InlineData("classifiers", "Framework :: Not Yet", "2.4")]
    [InlineData("metadata_version", "2.9", null)]
    public void OnlyWarn(string name, string value, string? metadataVersion)
    {
        var form = Forms.Of([.. Usual, (name, value), .. metadataVersion is null ? [] : new[] { ("metadata_version", metadataVersion) }]);
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(form, PlatformTags.AsOf)).Severity);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(UploadRules.OfForm(form, Later)).Severity);
    }

    [Fact]
    public void OnlyWarnOfPlatforms()
    {
        var form = Forms.Of(Usual);
        const string Name = "foo-1.0-py3-none-macosx_27_0_arm64.whl";
        Assert.Equal(FindingSeverity.Error, Assert.Single(FileNameRules.OfWheel(form, Name, PlatformTags.AsOf)).Severity);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(FileNameRules.OfWheel(form, Name, Later)).Severity);
    }

    [Fact]
    public void StillRefuseWhatIsWrongForEver()
    {
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual, ("metadata_version", "-1")]), Later)).Severity);
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual, ("metadata_version", "2.4"), ("classifiers", "Private :: X")]), Later)).Severity);
    }
}
