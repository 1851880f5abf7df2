using Microsoft.Extensions.Time.Testing;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Data;
using TrustedPublishing.Distributions.Rules;
using TrustedPublishing.Distributions.Tests;
using TrustedPublishing.Inspection;
using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Tests.Inspection;

/// <summary>Lists that PyPI may have changed in the meantime must not stop releases forever.</summary>
public class OutdatedLists
{
    private static readonly DateTimeOffset Later = PlatformTags.AsOf.AddDays(366);

    private static readonly DateTimeOffset Newest = ClassifierList.Date;

    private static readonly (string Name, string Value)[] Usual =
        [("metadata_version", "2.4"), ("name", "foo"), ("version", "1.0"), ("filetype", "sdist"), ("sha256_digest", new string('a', 64))];

    /// <summary>Classifiers are added often, metadata versions rarely.</summary>
    [Theory]
    [InlineData("classifiers", "Framework :: Not Yet", 60)]
    [InlineData("metadata_version", "2.9", 365 - 31)]
    public void OnlyWarn(string name, string value, int days)
    {
        var form = Forms.Of([.. Usual.Where(field => field.Name != name), (name, value)]);
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(form)).Severity);
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(form, Newest.AddDays(days))).Severity);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(UploadRules.OfForm(form, Newest.AddDays(days + 1))).Severity);
    }

    [Theory]
    [InlineData("Natural Language :: Ukranian")]
    [InlineData("Private :: Not Yet")]
    public void StillCauseErrorsForWhatCannotChange(string classifier) =>
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual, ("classifiers", classifier)]), Newest.AddYears(5))).Severity);

    [Fact]
    public void StateTheirDate() => Assert.EndsWith(
        $"This library has the list of {Newest:yyyy-MM-dd}; PyPI may have added the classifier since.",
        Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual, ("classifiers", "Framework :: Not Yet")]), Later)).Remedy, StringComparison.Ordinal);

    [Fact]
    public void OnlyWarnAboutPlatforms()
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
        var parts = TestWheel.Replacing(new ZipPart($"{TestWheel.Folder}/METADATA", metadata)).Select(part =>
            part.LocalName.AsSpan().EndsWith("/WHEEL"u8) ? new ZipPart($"{TestWheel.Folder}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-macosx_27_0_arm64\n") : part);
        await File.WriteAllBytesAsync(path, ZipForge.Pack([.. parts]), TestContext.Current.CancellationToken);
        var options = Options.Of(PackageIndex.PyPI) with { Time = new FakeTimeProvider(PlatformTags.AsOf.AddDays(days)) };

        var inspecting = options.Inspector.InspectAsync([path], null, TestContext.Current.CancellationToken);

        var findings = stops ? (await Assert.ThrowsAsync<PublishException>(() => inspecting)).Findings : (await inspecting).Warnings;
        Assert.Equal(
            ["'Framework :: Not Yet' is not a valid classifier.", "Binary wheel 'greeter-1.0-py3-none-macosx_27_0_arm64.whl' has an unsupported platform tag 'macosx_27_0_arm64'."],
            findings.Select(finding => finding.Text.Split(" See ")[0]));
        Assert.All(findings, finding => Assert.Equal(stops ? FindingSeverity.Error : FindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public void StillRejectWhatIsAlwaysWrong()
    {
        Assert.Equal(FindingSeverity.Error, Assert.Single(UploadRules.OfForm(Forms.Of([.. Usual.Skip(1), ("metadata_version", "-1")]), Later)).Severity);
    }
}
