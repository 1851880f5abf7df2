using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Rules;
using TrustedPublishing.Distributions.Tests;
using TrustedPublishing.Inspection;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Tests.Inspection;

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

    [Theory]
    [InlineData(0, true)]
    [InlineData(366, false)]
    public async Task StopNoReleaseOnceTheyAreOld(int days, bool stops)
    {
        using var folder = new TemporaryDirectory();
        var metadata = TestWheel.Metadata.Replace("\n\n", "\nClassifier: Framework :: Not Yet\n\n", StringComparison.Ordinal);
        var path = folder.Combine("greeter-1.0-py3-none-macosx_27_0_arm64.whl");
        await File.WriteAllBytesAsync(path, ZipForge.Pack(TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", metadata))), TestContext.Current.CancellationToken);
        var options = Options.Of(PackageIndex.PyPI) with { Time = new FakeTimeProvider(PlatformTags.AsOf.AddDays(days)) };

        var inspecting = DistributionInspector.InspectAsync([path], options, null, TestContext.Current.CancellationToken);

        var findings = stops ? (await Assert.ThrowsAsync<PublishException>(() => inspecting)).Findings : (await inspecting).Warnings;
        Assert.Equal(
            ["'Framework :: Not Yet' is not a valid classifier.", "Binary wheel 'greeter-1.0-py3-none-macosx_27_0_arm64.whl' has an unsupported platform tag 'macosx_27_0_arm64'."],
            findings.Select(finding => finding.Text.Split(" See ")[0]));
        Assert.All(findings, finding => Assert.Equal(stops ? FindingSeverity.Error : FindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public void StillRefuseWhatIsWrongForEver()
    {
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual, ("metadata_version", "-1")]), Later)).Severity);
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual, ("metadata_version", "2.4"), ("classifiers", "Private :: X")]), Later)).Severity);
    }
}
