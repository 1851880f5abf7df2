using TrustedPublishing.Http;
using TrustedPublishing.Identity;

namespace TrustedPublishing.Tests.Identity;

public sealed class DetectingTheCiSystem
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "GitHub Actions")]
    [InlineData("GITLAB_CI", "GitLab CI/CD")]
    [InlineData("CIRCLECI", "CircleCI")]
    [InlineData("BUILDKITE", "Buildkite")]
    public void RecognisesEachByItsVariable(string variable, string name) => Assert.Equal(name, Detected((variable, "true"))?.Name);

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void AcceptsOnlyTrue(string variable, string value) => Assert.Null(Detected((variable, value)));

    [Fact]
    public void FindsNoneOutsideCi() => Assert.Null(Detected());

    [Fact]
    public void RecognisesGoogleCloudByTheAccountToImpersonate() =>
        Assert.Equal("Google Cloud", Detected(("GOOGLE_SERVICE_ACCOUNT_NAME", "release@example.iam.gserviceaccount.com"))?.Name);

    [Fact]
    public void PrefersASystemWithItsOwnVariableToTheUnderlyingCloud() =>
        Assert.Equal("GitLab CI/CD", Detected(("GITLAB_CI", "true"), ("GOOGLE_SERVICE_ACCOUNT_NAME", "release@example.iam.gserviceaccount.com"))?.Name);

    [Theory]
    [InlineData("CIRCLECI", "pypi", true)]
    [InlineData("BUILDKITE", "testpypi", true)]
    [InlineData("CIRCLECI", "https://devpi.example.com/", false)]
    [InlineData("GITLAB_CI", "pypi", false)]
    public void RejectsSystemsThatPyPIDoesNotSupportBeforeRequestingAToken(string variable, string index, bool refused)
    {
        var options = Options.Of(PackageIndex.Parse(index), (variable, "true"));
        using var http = HttpClients.CreateClient(options.Network);
        var exception = Record.Exception(() => IdentityDetector.DetectFor(options.Index, options.Job, http));
        Assert.Equal(refused ? PublishFailure.IdentityProviderNotAccepted : null, (exception as PublishException)?.Failure);
    }

    public static TheoryData<string, string> NearMisses()
    {
        var data = new TheoryData<string, string>();
        foreach (var variable in new[] { "GITHUB_ACTIONS", "GITLAB_CI", "CIRCLECI", "BUILDKITE" })
        {
            foreach (var value in new[] { "", " ", "false", "TRUE", "True", "1", "yes", "true " })
            {
                data.Add(variable, value);
            }
        }

        return data;
    }

    private static CiSystem? Detected(params (string Name, string Value)[] environment)
    {
        var options = Options.Of(PackageIndex.PyPI, environment);
        using var http = HttpClients.CreateClient(options.Network);
        return IdentityDetector.Detect(options.Job, http);
    }
}
