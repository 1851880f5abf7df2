using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Distributions.Tests.Archives;

/// <summary>Every row of the tables, checked by the preflight. The embedded index is tested with the same rows.</summary>
public sealed class CheckingAnArchive
{
    public static TheoryData<string> Cases => [.. ArchiveCases.All.Select(each => each.Name)];

    public static TheoryData<string> Accepted => [.. ArchiveCases.All.Where(each => each.Refusal is null).Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesPyPIsVerdict(string name)
    {
        var row = ArchiveCases.Named(name);

        var findings = Verdict.Of(row);

        Assert.Equal(row.Refusal, findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)?.Text);
        Assert.All(findings, finding => Assert.NotEmpty(finding.Remedy));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void WarnsOnlyAboutOddities(string name)
    {
        var row = ArchiveCases.Named(name);

        var warnings = Verdict.Of(row).Where(finding => finding.Severity == FindingSeverity.Warning).Select(finding => finding.Text).ToArray();

        Assert.Equal(row.Warning is null, warnings.Length == 0);
        Assert.True(row.Warning is null || warnings.Any(text => text.Contains(row.Warning, StringComparison.Ordinal)), string.Join('\n', warnings));
    }

    [Fact]
    public void CoversBothVerdicts()
    {
        Assert.True(ArchiveCases.All.Count(each => each.Refusal is not null) >= 100);
        Assert.True(ArchiveCases.All.Count(each => each.Refusal is null) >= 40);
        Assert.Equal(ArchiveCases.All.Count, ArchiveCases.All.DistinctBy(each => each.Name).Count());
    }
}
