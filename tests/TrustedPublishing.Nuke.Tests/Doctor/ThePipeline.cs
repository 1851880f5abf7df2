using TrustedPublishing.Nuke.Doctor;
using TrustedPublishing.Nuke.Tests.Workflow;

namespace TrustedPublishing.Nuke.Tests.Doctor;

/// <summary>What the Doctor makes of a GitLab pipeline.</summary>
public sealed class ThePipeline
{
    private static readonly TrustedPublisher Publisher = new() { Provider = PublisherProvider.GitLab, Owner = "group", Repository = "greeter", Workflow = ".gitlab-ci.yml", Environment = "pypi" };

    [Fact]
    public void IsInOrderWhenItIsTheGeneratedOne() =>
        Assert.Equal(DoctorVerdict.Ok, Check(GeneratedWorkflow.Text(GeneratedWorkflow.GitLabSettings)).Verdict);

    [Theory]
    [InlineData(null, "is not in the repository")]
    [InlineData("publish: [", "It cannot be read")]
    [InlineData("publish:\n  script: [twine upload dist/*]\n", "No job in it gets an identity token.")]
    [InlineData("publish:\n  id_tokens: { PYPI_ID_TOKEN: { aud: pypi } }\n", "environment 'pypi', but in none.")]
    [InlineData("publish:\n  environment: { name: PyPI }\n  id_tokens: { PYPI_ID_TOKEN: { aud: pypi } }\n", "environment 'pypi', but in 'PyPI'.")]
    public void IsCalledWrong(string? text, string found)
    {
        var check = Check(text);

        Assert.Equal(DoctorVerdict.Error, check.Verdict);
        Assert.Contains(found, check.Found, StringComparison.Ordinal);
        Assert.NotNull(check.Change);
    }

    [Fact]
    public void IsNotJudgedByWhatItIncludes() => Assert.Equal(DoctorVerdict.NotChecked, Check("include: { local: release.yml }\n").Verdict);

    private static DoctorCheck Check(string? text) =>
        Assert.Single(PipelineChecks.Of(Setup.Healthy with { Publisher = Publisher, Pipeline = text is null ? null : WorkflowFile.Parse(".gitlab-ci.yml", text) }));
}
