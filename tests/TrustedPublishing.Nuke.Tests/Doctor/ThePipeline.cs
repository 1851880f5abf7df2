using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Tests.Workflow;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>Doctor's verdict on a GitLab pipeline.</summary>
public sealed class ThePipeline
{
    private static readonly TrustedPublisher Publisher = new() { Provider = PublisherProvider.GitLab, Owner = "group", Repository = "greeter", Workflow = ".gitlab-ci.yml", Environment = "pypi" };

    [Fact]
    public void IsCorrectIfGeneratedWithAPinnedImage()
    {
        var settings = GeneratedWorkflow.GitLabSettings;
        settings.Image = $"mcr.microsoft.com/dotnet/sdk:10.0@sha256:{new string('b', 64)}";
        settings.PublishImage = $"mcr.microsoft.com/dotnet/runtime:10.0@sha256:{new string('a', 64)}";

        Assert.Equal(DoctorVerdict.Ok, Check(GeneratedWorkflow.Text(settings)).Verdict);
    }

    [Fact]
    public void IsReportedIfItsImageCanChange()
    {
        var checks = PipelineChecks.Run(Setup.Healthy with { Publisher = Publisher, Pipeline = WorkflowFile.Parse(".gitlab-ci.yml", GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings)) });

        Assert.Equal([DoctorVerdict.Ok, DoctorVerdict.Warning], checks.Select(check => check.Verdict));
        Assert.Contains("Image and PublishImage take \"mcr.microsoft.com/dotnet/sdk:10.0@sha256:…\"", checks.Last().Change, StringComparison.Ordinal);
    }

    /// <summary>The image that compiles the publisher decides which code gets the identity token.</summary>
    [Theory]
    [InlineData(".gitlab-ci.yml")]
    [InlineData("ci/release.yml")]
    public void IsReportedIfTheImageThatCompilesThePublisherCanChange(string file)
    {
        var settings = new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], File = file, PipelineFile = file, PublishImage = $"mcr.microsoft.com/dotnet/runtime:10.0@sha256:{new string('a', 64)}" };

        var checks = PipelineChecks.Run(Setup.Healthy with { Publisher = Publisher, Pipeline = WorkflowFile.Parse(file, GeneratedWorkflow.Text(settings)) });

        Assert.Contains("The publisher is compiled or runs in mcr.microsoft.com/dotnet/sdk:10.0: what the tag", checks.Last().Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("include: { local: ci/release.yml }\n", "Ok, Warning")]
    [InlineData("include: /ci/release.yml\n", "Ok, Warning")]
    [InlineData("include: [{ template: x.yml }, { local: /ci/release.yml }]\nstages: [test, build, deploy]\n", "Ok, Warning")]
    [InlineData("include: { local: ci/release.yml }\nstages: [test, deploy]\n", "Error: Its stages do not contain 'build', Ok, Warning")]
    [InlineData("include: { local: ci/release.yml }\nstages: [test]\n", "Error: Its stages do not contain 'build' and 'deploy', Ok, Warning")]
    [InlineData("include: { local: other.yml }\n", "Error: It does not include ci/release.yml, Ok, Warning")]
    [InlineData("test: { script: [x] }\n", "Error: It does not include ci/release.yml, Ok, Warning")]
    public void IsCheckedWithTheFileThatIncludesIt(string including, string expected)
    {
        var settings = new TrustedPublishingGitLabAttribute { OnPushTags = ["v*"], File = "ci/release.yml" };
        var facts = Setup.Healthy with
        {
            Publisher = Publisher,
            Pipeline = WorkflowFile.Parse(".gitlab-ci.yml", including),
            IncludedPath = "ci/release.yml",
            Included = WorkflowFile.Parse("release.yml", GeneratedWorkflow.Text(settings)),
        };

        Assert.Equal(expected, string.Join(", ", PipelineChecks.Run(facts).Select(check => $"{check.Verdict}{(check.Verdict is DoctorVerdict.Error ? $": {check.Found.Split(", ")[0]}" : "")}")));
    }

    [Theory]
    [InlineData(null, "is not in the repository")]
    [InlineData("publish: [", "It cannot be read")]
    [InlineData("publish:\n  script: [twine upload dist/*]\n", "No job in it gets an identity token.")]
    [InlineData("publish:\n  id_tokens: { PYPI_ID_TOKEN: { aud: pypi } }\n", "environment 'pypi', but in none.")]
    [InlineData("publish:\n  environment: { name: PyPI }\n  id_tokens: { PYPI_ID_TOKEN: { aud: pypi } }\n", "environment 'pypi', but in 'PyPI'.")]
    public void IsReportedAsWrong(string? text, string found)
    {
        var check = Check(text);

        Assert.Equal(DoctorVerdict.Error, check.Verdict);
        Assert.Contains(found, check.Found, StringComparison.Ordinal);
        Assert.NotNull(check.Change);
    }

    [Fact]
    public void IsNotCheckedForWhatItIncludes() => Assert.Equal(DoctorVerdict.NotChecked, Check("include: { local: release.yml }\n").Verdict);

    private static DoctorCheck Check(string? text) =>
        Assert.Single(PipelineChecks.Run(Setup.Healthy with { Publisher = Publisher, Pipeline = text is null ? null : WorkflowFile.Parse(".gitlab-ci.yml", text) }));
}
