using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Tests.Parameters;

/// <summary>
/// Whatever parameters are given, a target ends with a sentence that says what to change, and never with a stack trace or NUKE's list of all
/// arguments.
/// </summary>
public sealed class MistypedParameters
{
    private const string Token = "pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAw";

    public static TheoryData<string> Given =>
    [
        "Rehearse --skip",
        "Rehearse --distributions nope/*",
        "Rehearse --distributions",
        "Rehearse --distributions a;b c",
        "Rehearse --pypi-parallel 99",
        "Rehearse --pypi-parallel many",
        "Rehearse --pypi-attestations Offf",
        "Rehearse --pypi-preflight Wran",
        "Rehearse --pypi-index nowhere",
        "Rehearse --pypi-index http://example.com/",
        "Rehearse --pypi-index testpypi Publish",
        "Rehearse --pypi-index=testpypi",
        "Rehearse --pypi-simple ::",
        "Rehearse --pypi-user a:b",
        "Rehearse --pypi-repository octo-org",
        "Rehearse --pypi-report .nuke",
        "Rehearse --pypi-report pyproject.toml/report.json",
        "Rehearse --pypi-certificate-authorities pyproject.toml",
        "Rehearse --pypi-certificate-authorities nope.pem",
        "Rehearse --pypi-client-certificate nope.pem",
        "Rehearse --rehearsal-port 80000",
        "Rehearse --rehearsal-port -1",
        "Rehearse --rehearsal-port 1.5",
        "Rehearse --rehearsal-faults nope.txt",
        "Rehearse --rehearsal-faults .nuke",
        "Rehearse --rehearsal-data pyproject.toml",
        "Doctor --claims nope.json",
        "Doctor --claims pyproject.toml",
        "Doctor --doctor-report .nuke",
        "Doctor --doctor-github-token",
        "SetUpEnvironment --set-up-confirm perhaps",
        "SetUpEnvironment --set-up-self-review perhaps",
        "SetUpEnvironment --set-up-reviewers",
    ];

    [Theory]
    [MemberData(nameof(Given))]
    public async Task FailWithASentence(string given)
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync(given.StartsWith("Rehearse", StringComparison.Ordinal) ? "PythonOnly" : "Diagnosed", [.. given.Split(' '), "--pypi-token", Token]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter '", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not inject value", result.Output, StringComparison.Ordinal);
        AddressOfASection.ExpectAny(result.Output);
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "http://user:p@ss#word@proxy.example.com:99999", "Percent-encode")]
    [InlineData("PYPI_INDEX", "", "The variable PYPI_INDEX is set but empty")]
    [InlineData("PYPI_ATTESTATIONS", "Offf", "use Auto, On or Off")]
    [InlineData("PYPI_PARALLEL", "many", "is not a whole number")]
    public async Task InVariablesFailWithASentence(string name, string value, string said)
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse"], new Dictionary<string, string> { [name] = value });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.InvalidParameters, result.Output);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopBeforeAnythingElse()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-attestations", "Offf"]);

        Assert.Contains("--pypi-attestations 'Offf' is not known: use Auto, On or Off.", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(repository.Combine("artifacts")));
    }

    [Fact]
    public async Task SayWhichPortIsTaken()
    {
        await using var index = await RehearsalIndex.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--rehearsal-port", $"{index.BaseUrl.Port}"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"could not start on port {index.BaseUrl.Port} (--rehearsal-port)", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithASecretAreRejectedInCi()
    {
        using var repository = new SampleRepository();

        var result = await repository.RunAsync("PythonOnly", ["Publish", "--pypi-token", Token], new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("use the variable PYPI_TOKEN", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreNotMentionedInTheReasonOfASkip()
    {
        using var repository = new SampleRepository();
        await repository.RunAsync("PythonOnly", ["Pack"]);
        Directory.Move(repository.Combine("artifacts", "distributions"), repository.Combine("dist"));

        var result = await repository.RunAsync("PythonOnly", ["Rehearse", "--distributions", "dist/*"]);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("OnlyWhen: --distributions is not given", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreDescribedInTheTable()
    {
        using var repository = new SampleRepository();
        repository.Write("pyproject.toml", "[project]\nname = \"greeter\"\n");

        var result = await repository.RunAsync("PythonOnly", ["Pack"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("// Failure: ", result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.PackingFailed, result.Output);
        Assert.DoesNotContain("Exception", result.Output, StringComparison.Ordinal);
    }
}
