using TrustedPublishing.Nuke.Doctor;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Workflows other than the declared one whose tags do not start it.</summary>
public sealed class TagsThatStartNothing
{
    [Theory]
    [InlineData("uses: googleapis/release-please-action@v4")]
    [InlineData("uses: googleapis/release-please-action@v4\n        with:\n          token: ${{ secrets.GITHUB_TOKEN }}")]
    [InlineData("uses: cycjimmy/semantic-release-action@v4\n        env:\n          GITHUB_TOKEN: ${{ github.token }}")]
    [InlineData("uses: softprops/action-gh-release@v2")]
    [InlineData("uses: changesets/action@v1")]
    [InlineData("run: npx semantic-release")]
    [InlineData("run: git tag v1.0.0 && git push --tags")]
    [InlineData("run: git push origin v1.0.0")]
    [InlineData("run: git push origin \"refs/tags/$TAG\"")]
    [InlineData("run: gh release create v1.0.0")]
    public void AreReported(string step)
    {
        var check = Assert.Single(Checks(step));

        Assert.Equal(DoctorVerdict.Warning, check.Verdict);
        Assert.Equal("tags.yml", check.Check);
        Assert.Contains("start no workflows, so release.yml does not run for them.", check.Found, StringComparison.Ordinal);
        Assert.Contains("GitHub App", check.Change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uses: googleapis/release-please-action@v4\n        with:\n          token: ${{ secrets.RELEASE_TOKEN }}")]
    [InlineData("uses: googleapis/release-please-action@v4\n        with:\n          token: ${{ steps.app.outputs.token }}")]
    [InlineData("run: git push origin main")]
    [InlineData("run: gh release view v1.0.0")]
    [InlineData("uses: actions/checkout@v7")]
    public void AreNotReportedForAnotherTokenOrCommand(string step) => Assert.Empty(Checks(step));

    [Fact]
    public void AreNotReportedForAManuallyStartedWorkflow() =>
        Assert.Empty(SilentTagChecks.Run(Setup.Healthy with { Workflows = [WorkflowFile.Parse("release.yml", "on: workflow_dispatch\njobs: {}\n"), Other("run: git push --tags")] }));

    private static IEnumerable<DoctorCheck> Checks(string step) => SilentTagChecks.Run(Setup.Healthy with { Workflows = [.. Setup.Healthy.Workflows, Other(step)] });

    private static WorkflowFile Other(string step) => WorkflowFile.Parse("tags.yml", $"on:\n  push:\n    branches: [main]\njobs:\n  tag:\n    runs-on: ubuntu-24.04\n    steps:\n      - {step}\n");
}
