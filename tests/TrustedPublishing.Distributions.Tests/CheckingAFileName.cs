using TrustedPublishing.Distributions.Rules;
using TrustedPublishing.Testing.Rows;

namespace TrustedPublishing.Distributions.Tests;

/// <summary>The rows of the file name tables.</summary>
public class CheckingAFileName
{
    public static TheoryData<int> Rows { get; } = [.. Enumerable.Range(0, FileNameRows.All.Count)];

    public static TheoryData<string> Accepted { get; } = [.. PlatformRows.Accepted];

    public static TheoryData<string> Refused { get; } = [.. PlatformRows.Refused];

    [Theory, MemberData(nameof(Rows))]
    public void GivesPyPIsResponse(int index)
    {
        var row = FileNameRows.All[index];
        var form = Forms.Of([("filetype", row.FileType), ("name", row.Project), ("version", row.Version)]);
        var early = UploadRules.OfFileName(form, row.FileName).FirstOrDefault();
        var late = row.FileType == "sdist" ? FileNameRules.OfSdist(form, row.FileName) : FileNameRules.OfWheel(form, row.FileName, null);
        Assert.Equal(row.BeforeReading ? row.Refusal : null, early?.Text);
        Assert.Equal(row.Refusal, (early ?? late.FirstOrDefault())?.Text);
        Assert.Equal(row.ServerFails, early?.ServerFails ?? false);
    }

    [Fact]
    public void DoesNotCompareAWheelWithAnInvalidName() =>
        Assert.Empty(FileNameRules.OfWheel(Forms.Of([("name", "foo-"), ("version", "1.0")]), "foo-1.0-py3-none-any.whl", null));

    [Fact]
    public void DoesNotCompareTheExtensionWithAnUnknownFileType() => Assert.Empty(UploadRules.OfFileName(Forms.Of([("filetype", "bdist_egg")]), "foo-1.0.zip"));

    [Fact]
    public void ReadsNoNameFromAnSdistOfAnotherExtension() => Assert.Equal("Invalid source distribution filename: foo-1.0.TAR.GZ",
        Assert.Single(FileNameRules.OfSdist(Forms.Of([("name", "foo"), ("version", "1.0")]), "foo-1.0.TAR.GZ")).Text);

    [Theory, MemberData(nameof(Accepted))]
    public void AcceptsThePlatform(string tag) => Assert.Empty(Wheel(tag));

    [Theory, MemberData(nameof(Refused))]
    public void RejectsThePlatform(string tag) =>
        Assert.Equal($"Binary wheel 'foo-1.0-py3-none-{tag}.whl' has an unsupported platform tag '{tag}'.", Assert.Single(Wheel(tag)).Text);

    private static IEnumerable<Finding> Wheel(string tag) =>
        FileNameRules.OfWheel(Forms.Of([("name", "foo"), ("version", "1.0")]), $"foo-1.0-py3-none-{tag}.whl", null);
}
