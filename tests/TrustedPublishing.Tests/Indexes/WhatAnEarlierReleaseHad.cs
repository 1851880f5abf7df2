using TrustedPublishing.Distributions;
using TrustedPublishing.Index;
using TrustedPublishing.Tests.Upload;

namespace TrustedPublishing.Tests.Indexes;

public class WhatAnEarlierReleaseHad
{
    private const string Windows = "greeter-{0}-cp312-cp312-win_amd64.whl";
    private const string Linux = "greeter-{0}-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
    private const string Mac = "greeter-{0}-cp312-cp312-macosx_11_0_arm64.whl";
    private const string Sdist = "greeter-{0}.tar.gz";

    public static TheoryData<string, string[], string[], string> Releases => new()
    {
        { "nothing vanished", [Windows, Sdist], [Windows, Sdist], "" },
        { "the sdist", [Windows, Sdist], [Windows], "a source distribution" },
        { "a platform", [Windows, Linux, Mac], [Linux, Mac], "wheels for win_amd64" },
        { "two platforms", [Windows, Linux, Mac], [Windows], "wheels for manylinux x86_64, wheels for macosx arm64" },
        { "a Python", [Linux, "greeter-{0}-cp39-cp39-manylinux_2_17_x86_64.whl"], [Linux], "wheels for cp39" },
        { "a newer C library", [Linux], ["greeter-{0}-cp312-cp312-manylinux_2_28_x86_64.whl"], "" },
        { "another C library", [Linux], ["greeter-{0}-cp312-cp312-musllinux_1_2_x86_64.whl"], "wheels for manylinux x86_64" },
        { "a newer macOS", [Mac], ["greeter-{0}-cp312-cp312-macosx_14_0_arm64.whl"], "" },
        { "both machines in one", [Mac, "greeter-{0}-cp312-cp312-macosx_10_13_x86_64.whl"], ["greeter-{0}-cp312-cp312-macosx_11_0_universal2.whl"], "" },
        { "each machine alone", ["greeter-{0}-cp312-cp312-macosx_11_0_universal2.whl"], [Mac], "wheels for macosx x86_64" },
        { "the stable ABI", [Windows, "greeter-{0}-cp311-cp311-win_amd64.whl"], ["greeter-{0}-cp310-abi3-win_amd64.whl"], "" },
        { "the stable ABI of a later Python", [Windows, "greeter-{0}-cp39-cp39-win_amd64.whl"], ["greeter-{0}-cp310-abi3-win_amd64.whl"], "wheels for cp39" },
        { "pure Python", [Windows, Linux], ["greeter-{0}-py3-none-any.whl"], "" },
        { "Python 2", ["greeter-{0}-py2.py3-none-any.whl"], ["greeter-{0}-py3-none-any.whl"], "wheels for py2" },
        { "pure Python no more", ["greeter-{0}-py3-none-any.whl"], [Windows], "a wheel for any platform, wheels for py3" },
    };

    [Theory]
    [MemberData(nameof(Releases))]
    public void IsListedIfItIsMissing(string change, string[] before, string[] now, string missing)
    {
        var findings = CompletenessRules.Check(Named(now, "2.0"), Project([.. before.Select(name => Format(name, "1.0"))])).ToArray();

        Assert.Equal(missing.Length == 0 ? [] : [$"release 1.0 had files that 2.0 lacks: {missing}"], findings.Select(finding => finding.Text));
        Assert.All(findings, finding => Assert.True(finding.Severity == FindingSeverity.Warning, change));
    }

    [Theory]
    [InlineData("2.0", "1.9 1.0 2.1 2.0rc1", "1.9")]
    [InlineData("2.0", "1.0rc1", "1.0rc1")]
    [InlineData("2.0rc2", "1.0 2.0rc1", "2.0rc1")]
    [InlineData("1.0", "1.0 1.1", null)]
    public void IsTakenFromThePreviousRelease(string version, string others, string? earlier)
    {
        var findings = CompletenessRules.Check(Named([Windows], version), Project([.. others.Split(' ').Select(other => Format(Sdist, other))]));

        Assert.Equal(earlier is null ? [] : [earlier], findings.Select(finding => finding.Text.Split(' ')[1]));
    }

    [Fact]
    public void IsComparedWithFilesAlreadyOnTheIndex() =>
        Assert.Empty(CompletenessRules.Check(Named([Windows], "2.0"), Project(Format(Windows, "1.0"), Format(Sdist, "1.0"), Format(Sdist, "2.0"))));

    [Fact]
    public async Task IsAWarningOfTheRelease()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Index.Files["greeter-0.9.tar.gz"] = [1];
        bench.Add();

        var report = await bench.PublishAsync();

        Assert.Contains(report.Warnings, warning => warning.Text == "release 0.9 had files that 1.0 lacks: a source distribution");
    }

    [Theory]
    [InlineData(QuotaRules.ProjectLimit - 4711, 0)]
    [InlineData(QuotaRules.ProjectLimit - 4710, 1)]
    public void CountsTowardsTheLimitOfTheProject(long listed, int warnings)
    {
        var project = new IndexProject { Name = "greeter", Files = [Sample.Listed(size: listed) with { FileName = "greeter-0.9.tar.gz" }] };

        Assert.Equal(warnings, QuotaRules.Check([Sample.Wheel()], project).Count());
        Assert.Empty(QuotaRules.Check([Sample.Wheel()], project with { Files = [.. project.Files, Sample.Listed(size: 4711)] }));
    }

    private static Distribution[] Named(IEnumerable<string> names, string version) => [.. names.Select(name => Sample.Wheel(Format(name, version)))];

    private static IndexProject Project(params string[] names) => new() { Name = "greeter", Files = [.. names.Select(name => Sample.Listed() with { FileName = name })] };

    private static string Format(string name, string version) => name.Replace("{0}", version, StringComparison.Ordinal);
}
