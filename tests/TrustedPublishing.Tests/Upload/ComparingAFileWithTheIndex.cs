using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.Release;

namespace TrustedPublishing.Tests.Upload;

public class ComparingAFileWithTheIndex
{
    private static readonly Distribution Here = Sample.Wheel(metadata: ("Requires-Python", ">=3.9, <4"));

    [Fact]
    public void FindsNothingIfEverythingMatches() => Assert.Empty(VerificationRules.Check(Here, Sample.Listed(requiresPython: ">=3.9,<4"), hasSameBytes: true));

    [Fact]
    public void NamesBothValuesOfEveryDifference()
    {
        var findings = VerificationRules.Check(Here, Sample.Listed(Sample.OtherSha256, 4712, ">=3.8"), hasSameBytes: false).ToArray();

        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Error, finding.Severity));
        Assert.Equal(
            [
                $"SHA-256 is \"{Sample.OtherSha256}\" on the index and \"{Sample.Sha256}\" here",
                "size is \"4712\" on the index and \"4711\" here",
                "Requires-Python is \">=3.8\" on the index and \">=3.9, <4\" here",
            ],
            findings.Select(finding => finding.Text));
    }

    [Fact]
    public void OnlyWarnsAboutWhatTheIndexDoesNotState()
    {
        var finding = Assert.Single(VerificationRules.Check(Here, Sample.Listed(sha256: null, size: null), hasSameBytes: true));

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
    }

    [Fact]
    public void FailsIfTheIndexIsStricterThanTheFile() =>
        Assert.Contains("absent", Assert.Single(VerificationRules.Check(Sample.Wheel(), Sample.Listed(requiresPython: ">=3.9"), hasSameBytes: true)).Text, StringComparison.Ordinal);

    [Fact]
    public void DependsOnTheDigestAndTheNormalName()
    {
        var distribution = Sample.Wheel();

        Assert.IsType<RemoteFile.Same>(Of(Sample.Listed(size: 1)));
        Assert.IsType<RemoteFile.Other>(Of(Sample.Listed(Sample.OtherSha256)));
        Assert.IsType<RemoteFile.Other>(Of(Sample.Listed(sha256: null, size: 1)));
        Assert.IsType<RemoteFile.WithoutHash>(Of(Sample.Listed(sha256: null)));
        Assert.IsType<RemoteFile.Same>(Of(Sample.Listed() with { FileName = "Greeter-1.0-py3-none-any.whl" }));
        Assert.IsType<RemoteFile.Absent>(Of(Sample.Listed(Sample.OtherSha256) with { FileName = "Greeter-1.0-py3-none-any.whl" }));
        Assert.IsType<RemoteFile.Absent>(Of(Sample.Listed() with { FileName = "welcomer-1.0-py3-none-any.whl" }));
        Assert.IsType<RemoteFile.Other>(Of(Sample.Listed(sha256: null) with { Md5 = new('a', 32) }, distribution with { Md5 = new('b', 32) }));
        Assert.IsType<RemoteFile.WithoutHash>(Of(Sample.Listed(sha256: null) with { Md5 = new('a', 32) }, distribution with { Md5 = new('a', 32) }));
        Assert.IsType<RemoteFile.Absent>(RemoteFile.Compare(distribution, null));

        RemoteFile Of(IndexFile file, Distribution? here = null) => RemoteFile.Compare(here ?? distribution, new() { Name = "greeter", Files = [file] });
    }
}
