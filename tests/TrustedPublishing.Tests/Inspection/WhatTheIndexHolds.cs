using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Tests;
using TrustedPublishing.Index;

namespace TrustedPublishing.Tests.Inspection;

public class WhatTheIndexHolds
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AllowsTheSameContent() => Assert.Empty(Of("foo-1.0.tar.gz", Listed("foo-1.0.tar.gz", 'a', days: 30)));

    [Fact]
    public void ForbidsDifferentContentUnderTheName() => Assert.StartsWith("File already exists ('foo-1.0.tar.gz', with blake2_256 hash '", Only("foo-1.0.tar.gz", Listed("foo-1.0.tar.gz", 'b')), StringComparison.Ordinal);

    [Fact]
    public void ForbidsTheSameContentUnderAnotherName() => Assert.StartsWith("File already exists ('foo-1.1.tar.gz'", Only("foo-1.1.tar.gz", Listed("foo-1.0.tar.gz", 'a')), StringComparison.Ordinal);

    [Fact]
    public void ClosesAReleaseAfterFourteenDays() =>
        Assert.Equal("Uploading new files to releases older than 14 days is not allowed.", Only("foo-1.0-py3-none-any.whl", Listed("foo-1.0.0.tar.gz", 'b', days: 15), Listed("foo-1.0-1-py3-none-any.whl", 'c', days: 1)));

    [Fact]
    public void LeavesItOpenUntilThen() => Assert.Empty(Of("foo-1.0-py3-none-any.whl", Listed("foo-1.0.tar.gz", 'b', days: 14)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void ClosesItTheMomentAfter(int seconds, int findings) =>
        Assert.Equal(findings, Of("foo-1.0-py3-none-any.whl", Listed("foo-1.0.tar.gz", 'b') with { UploadTime = Now.AddDays(-14).AddSeconds(-seconds) }).Count());

    [Fact]
    public void DoesNotAffectAnotherVersion() => Assert.Empty(Of("foo-1.1.tar.gz", Listed("foo-1.0.tar.gz", 'b', days: 400)));

    [Theory]
    [InlineData("foo-1.0.zip")]
    [InlineData("Foo-1.0.0.tar.gz")]
    public void AllowsOneSdist(string held) => Assert.Equal("Only one sdist may be uploaded per release.", Only("foo-1.0.tar.gz", Listed(held, 'b')));

    [Theory]
    [InlineData("archived")]
    [InlineData("quarantined")]
    public void ForbidsEverythingIfTheProjectIsClosed(string status)
    {
        var finding = Assert.Single(IndexRules.Check(Forms.Distribution("foo-1.0.tar.gz"), new() { Name = "foo", Status = status, Files = [] }, Now));
        Assert.StartsWith("The given token isn't allowed to upload to project 'foo'.", finding.Text, StringComparison.Ordinal);
        Assert.Contains(status, finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void CausesAWarningIfItCannotBeCompared() => Assert.Equal(FindingSeverity.Warning,
        Assert.Single(Of("foo-1.0.tar.gz", Listed("foo-1.0.tar.gz", 'a') with { Sha256 = null })).Severity);

    private static string Only(string fileName, params IndexFile[] held) => Assert.Single(Of(fileName, held)).Text;

    private static IEnumerable<Finding> Of(string fileName, params IndexFile[] held) =>
        IndexRules.Check(Forms.Distribution(fileName), new() { Name = "foo", Status = "active", Files = held }, Now);

    private static IndexFile Listed(string name, char digest, int days = 0) =>
        new() { FileName = name, Url = new($"https://files.example/{name}"), Sha256 = new(digest, 64), UploadTime = Now.AddDays(-days) };
}
