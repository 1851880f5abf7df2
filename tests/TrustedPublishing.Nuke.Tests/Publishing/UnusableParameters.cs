using System.Reflection;
using Nuke.Common;
using TrustedPublishing.Nuke.Tests.Reporting;
using Assert = Xunit.Assert;

namespace TrustedPublishing.Nuke.Tests.Publishing;

/// <summary>Every parameter with invalid values: the build fails with a sentence about it, and never with a stack trace.</summary>
public sealed class UnusableParameters
{
    /// <summary>Parameters without an invalid value that can be detected before a network is needed.</summary>
    private static readonly string[] Free =
        ["PypiAudience", "PythonBackend", "RuntimeIdentifiers", "PypiToken", "PypiPassword", "PypiProject", "DoctorGitHubToken", "PinCoolDown", "UpdatePins", "RehearsalOpen"];

    public static TheoryData<string, string, string> Rows => new()
    {
        { "Publish", "--pypi-index", "nonsense" },
        { "Publish", "--pypi-index", "http://index.example.com/" },
        { "Publish", "--pypi-index", "https://pypi.org/legacy/" },
        { "Publish", "--pypi-simple", "nonsense" },
        { "Publish", "--pypi-simple", "https://user:password@index.example.com/" },
        { "Publish", "--pypi-index", "testpypi;" },
        { "Publish", "--pypi-index", "testpypi;testpypi" },
        { "Publish", "--pypi-file-hosts", "https://cdn.example.com/files" },
        { "Publish", "--pypi-file-hosts", "files.pythonhosted.org" },
        { "Publish", "--pypi-file-hosts", "http://cdn.example.com" },
        { "Publish", "--pypi-parallel", "0" },
        { "Publish", "--pypi-verify", "Perhaps" },
        { "Publish", "--pypi-preflight", "Perhaps" },
        { "Publish", "--pypi-attestations", "Perhaps" },
        { "Publish", "--pypi-user", "user:name" },
        { "Publish", "--pypi-report", "pyproject.toml/report.json" },
        { "Publish", "--pypi-report", "src" },
        { "Publish", "--pypi-attestation-folder", "pyproject.toml" },
        { "Publish", "--pypi-certificate-authorities", "pyproject.toml" },
        { "Publish", "--pypi-certificate-authorities", "nothing.pem" },
        { "Publish", "--pypi-client-certificate", "pyproject.toml" },
        { "Publish", "--pypi-repository", "nonsense" },
        { "Publish", "--distributions", "dist/*.{whl" },
        { "Publish", "--distributions", "nothing/*" },
        { "Rehearse", "--pypi-parallel", "17" },
        { "Rehearse", "--distributions", "nothing/*" },
        { "Rehearse", "--rehearsal-port", "70000" },
        { "Rehearse", "--rehearsal-faults", "nothing.txt" },
        { "Rehearse", "--rehearsal-faults", "pyproject.toml" },
        { "Rehearse", "--rehearsal-data", "pyproject.toml" },
        { "ServeIndex", "--rehearsal-port", "70000" },
        { "Doctor", "--claims", "nothing.json" },
        { "Doctor", "--claims", "pyproject.toml" },
        { "Doctor", "--doctor-report", "pyproject.toml/report.json" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task AreNamedInASentence(string target, string parameter, string value)
    {
        using var repository = new SampleRepository();

        var build = target == "Doctor" || parameter == "--pypi-repository" ? "Diagnosed" : "PythonOnly"; // the other declares no publisher
        var result = await repository.RunAsync(build, [target, parameter, value], new Dictionary<string, string> { ["PYPI_INDEX"] = "https://index.invalid/" });

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", result.Output, StringComparison.Ordinal);
        Assert.Contains(parameter, result.Output, StringComparison.Ordinal);
        AddressOfASection.ExpectAny(result.Output);
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "http://user:p#ss@proxy:8080", "Percent-encode")]
    [InlineData("SSL_CERT_FILE", "pyproject.toml", "no certificate")]
    [InlineData("GITHUB_STEP_SUMMARY", "pyproject.toml/summary.md", "cannot be written")]
    public async Task OfTheEnvironmentAreNamedToo(string variable, string value, string words)
    {
        using var repository = new SampleRepository();
        var environment = new Dictionary<string, string> { [variable] = variable.EndsWith("PROXY", StringComparison.Ordinal) ? value : repository.Combine(value.Split('/')), ["GITHUB_ACTIONS"] = "true" };

        var result = await repository.RunAsync("PythonOnly", ["Publish"], environment);

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.Contains(variable, result.Output, StringComparison.Ordinal);
        Assert.Contains(words, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("p#ss", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AreAllTested()
    {
        var tried = Rows.Select(row => string.Concat(row.Data.Item2.TrimStart('-').Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        var parameters = typeof(IPublishDistributions).Assembly.GetTypes().Where(type => type.IsInterface)
            .SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(ParameterAttribute))).Select(property => property.Name)
            .Where(name => !name.StartsWith("SetUp", StringComparison.Ordinal)); // those are answers, not settings

        Assert.Equal(parameters.Distinct().Order(StringComparer.Ordinal), tried.Concat(Free).Distinct().Order(StringComparer.Ordinal));
    }
}
