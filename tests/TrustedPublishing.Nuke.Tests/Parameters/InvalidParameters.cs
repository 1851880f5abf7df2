using System.Globalization;
using TrustedPublishing.Nuke.Parameters;

namespace TrustedPublishing.Nuke.Tests.Parameters;

/// <summary>Messages about the command line, variables and parameters files before anything reads them.</summary>
public sealed class InvalidParameters
{
    private static readonly KnownParameter[] Parameters =
    [
        new("PypiIndex", ParameterKind.Text), new("PypiToken", ParameterKind.Text, IsSecret: true), new("PypiParallel", ParameterKind.Number),
        new("Distributions", ParameterKind.Texts), new("SetUpConfirm", ParameterKind.Flag), new("DoctorGitHubToken", ParameterKind.Text, IsSecret: true),
    ];

    [Theory]
    [InlineData("Publish --pypi-index testpypi", null)]
    [InlineData("Publish -PypiIndex testpypi --verbosity quiet", null)]
    [InlineData("Publish --pypi-index", "--pypi-index has no value: add one, or omit the parameter.")]
    [InlineData("--pypi-index testpypi Publish", "--pypi-index accepts one value but has 2: 'testpypi', 'Publish'. Put quotes around a value with spaces, and name targets before the first parameter.")]
    [InlineData("Publish --pypi-index=testpypi", "--pypi-index=… is not supported: write --pypi-index, a space, and the value.")]
    [InlineData("Publish --pypi-indx testpypi", "'--pypi-indx' is not a parameter of this build: did you mean --pypi-index?")]
    [InlineData("Publish --pypi-something-else x", "'--pypi-something-else' is not a parameter of this build. --help lists them.")]
    [InlineData("Publish --distribution dist/*", "'--distribution' is not a parameter of this build: did you mean --distributions?")]
    [InlineData("Publish --distributions a b", null)]
    [InlineData("Publish --distributions a;b", null)]
    [InlineData("Publish --distributions a;b c", "--distributions has several values, one of which contains ';': separate all values either by ';' in one argument or by spaces.")]
    [InlineData("Publish --pypi-parallel many", "--pypi-parallel 'many' is not a whole number.")]
    [InlineData("Publish --pypi-parallel 1e9", "--pypi-parallel '1e9' is not a whole number.")]
    [InlineData("Publish --pypi-parallel 99999999999", "--pypi-parallel '99999999999' is not a whole number.")]
    [InlineData("Publish --set-up-confirm", null)]
    [InlineData("Publish --set-up-confirm perhaps", "--set-up-confirm 'perhaps' is neither true nor false.")]
    [InlineData("Publish --something-of-the-user x --configuration Release", null)]
    [InlineData("Publish --pypi-token one two", "--pypi-token accepts one value but has 2. Put quotes around a value with spaces, and name targets before the first parameter.")]
    public void OnTheCommandLineAreNamed(string arguments, string? complaint) => Expect(complaint, Sources(arguments));

    [Theory]
    [InlineData("--pypi-token pypi-secret", "PYPI_TOKEN")]
    [InlineData("--doctor-github-token ghp_secret", "DOCTOR_GITHUB_TOKEN")]
    public void WithASecretAreRejectedInCiWithoutShowingIt(string arguments, string variable)
    {
        Expect(null, Sources(arguments));

        var complaint = Assert.Single(ParameterDiagnostics.Check(Parameters, Sources(arguments) with { IsInCi = true }));

        Assert.Contains($"use the variable {variable}", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("secret,secret", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("_secret", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("pypi-secret", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PYPI_PARALLEL", "many", "The variable PYPI_PARALLEL 'many' is not a whole number.")]
    [InlineData("NUKE_PYPI_PARALLEL", "8", null)]
    [InlineData("NUKE_PYPI_PARALLEL", "many", "The variable NUKE_PYPI_PARALLEL 'many' is not a whole number.")]
    [InlineData("nuke_pypi_parallel", "many", "The variable nuke_pypi_parallel 'many' is not a whole number.")]
    [InlineData("NukePypiParallel", "many", "The variable NukePypiParallel 'many' is not a whole number.")]
    [InlineData("Nuke.Pypi-Parallel", "many", "The variable Nuke.Pypi-Parallel 'many' is not a whole number.")]
    [InlineData("MY_PYPI_PARALLEL", "many", null)]
    [InlineData("PYPI_PARALLEL_NUKE", "many", null)]
    [InlineData("NUKE_NUKE_PYPI_PARALLEL", "many", null)]
    [InlineData("PYPI_PARALLEL", " ", null)]
    [InlineData("PypiParallel", "many", "The variable PypiParallel 'many' is not a whole number.")]
    [InlineData("DISTRIBUTIONS", " a; b", null)]
    [InlineData("SET_UP_CONFIRM", "yes", "The variable SET_UP_CONFIRM 'yes' is neither true nor false.")]
    [InlineData("PYPI_INDEX", "", null)]
    public void InAVariableAreNamed(string name, string value, string? complaint) =>
        Expect(complaint, Sources("") with { Environment = new Dictionary<string, string> { [name] = value } });

    [Fact]
    public void InTwoVariablesAreNamedBecauseNukeUsesNeither() => Expect(
        "The variables NUKE_PYPI_INDEX and PYPI_INDEX are all read as --pypi-index, so NUKE uses none of them: keep only one.",
        Sources("") with { Environment = new Dictionary<string, string> { ["PYPI_INDEX"] = "testpypi", ["NUKE_PYPI_INDEX"] = "testpypi" } });

    [Theory]
    [InlineData("PYPI_INDEX", "", true)]
    [InlineData("NUKE_PYPI_INDEX", "", true)]
    [InlineData("nuke_pypi_index", "", true)]
    [InlineData("NUKE_PYPI_INDEX", " ", true)]
    [InlineData("MY_PYPI_INDEX", "", false)]
    public void IncludeEmptyVariables(string name, string value, bool isOne) =>
        Assert.Equal(isOne, VariableDiagnostics.Empty("PypiIndex", new Dictionary<string, string> { [name] = value }).Contains(name));

    [Fact]
    public void DoNotIncludeAVariableWithExactlyTheName() => Expect(
        null, Sources("") with { Environment = new Dictionary<string, string> { ["PYPI_INDEX"] = "testpypi", ["PypiIndex"] = "testpypi" } });

    [Theory]
    [InlineData("""{ "PypiIndex": "testpypi", "Distributions": ["a"], "PypiParallel": 2, "SetUpConfirm": true, "Solution": "x.slnx" }""", null)]
    [InlineData("""{ "pypiIndex": "testpypi" }""", ".nuke/parameters.json contains pypiIndex, which NUKE ignores: write PypiIndex.")]
    [InlineData("""{ "PypiIndex": ["testpypi"] }""", "PypiIndex in .nuke/parameters.json must be a text.")]
    [InlineData("""{ "PypiParallel": 2.5 }""", "PypiParallel in .nuke/parameters.json must be a whole number.")]
    [InlineData("""{ "PypiParallel": "many" }""", "PypiParallel in .nuke/parameters.json 'many' is not a whole number.")]
    [InlineData("""{ "SetUpConfirm": 1 }""", "SetUpConfirm in .nuke/parameters.json must be true or false.")]
    [InlineData("""{ "Distributions": "dist/*" }""", "Distributions in .nuke/parameters.json must be a list of texts.")]
    [InlineData("""{ "PypiToken": "pypi-secret" }""", "PypiToken in .nuke/parameters.json is not encrypted: write it with 'nuke :secrets', or use the variable PYPI_TOKEN.")]
    [InlineData("""{ "PypiToken": "v1:c2VjcmV0" }""", null)]
    [InlineData("{ \"PypiIndex\": \"pypi\", // a comment\n }", null)]
    [InlineData("{ nonsense", ".nuke/parameters.json is not JSON (line 1).")]
    [InlineData("[]", ".nuke/parameters.json is not a JSON object.")]
    public void InAParametersFileAreNamed(string content, string? complaint) => Expect(complaint, Sources("") with { Files = [(".nuke/parameters.json", content)] });

    /// <summary>Up to two letters may be wrong, but none in short names.</summary>
    [Theory]
    [InlineData("--pypi-paralel", true)]
    [InlineData("--pypi-parralel", true)]
    [InlineData("--pypi-parallelss", true)]
    [InlineData("--pypi-parallelsss", false)]
    [InlineData("--distributio", true)]
    [InlineData("--distributi", false)]
    [InlineData("--set-up-confirmed", true)]
    [InlineData("--set-up-confirmation", false)]
    public void AreRecognisedByUpToTwoWrongLetters(string written, bool isRecognised) =>
        Assert.Equal(isRecognised, ParameterDiagnostics.Check(Parameters, Sources($"Publish {written} 1")).Any(complaint => complaint.Contains("did you mean", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Ab", "--ac", false)]
    [InlineData("Abcd", "--abce", false)]
    [InlineData("Abcde", "--abcdf", true)]
    [InlineData("Abcde", "--abcxy", true)]
    [InlineData("Abcde", "--abxyz", false)]
    public void AreNotGuessedFromShortNames(string parameter, string written, bool isRecognised) =>
        Assert.Equal(isRecognised, ParameterDiagnostics.Check([new(parameter, ParameterKind.Text)], Sources($"Publish {written} 1")).Any());

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(int.MinValue, false)]
    public void IncludeNumbersOutsideTheLimits(int value, bool isTaken)
    {
        var refusal = Record.Exception(() => Assert.Equal(value, Choice.Within("--pypi-parallel", value, 1, 16)));

        Assert.Equal(isTaken, refusal is null);
        Assert.True(isTaken || (refusal is Failure { Message: var text } && text.EndsWith("use 1 to 16.", StringComparison.Ordinal)), refusal?.ToString());
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    [InlineData(5000, 101)]
    public void AreShownUpToAHundredCharacters(int length, int shown) => Assert.Equal(shown + 2, ParameterDiagnostics.Shown(new('x', length)).Length);

    [Fact]
    public void AreShownWithoutCharactersThatBreakALine() => Assert.Equal(@"'a\nb\u001b[31m'", ParameterDiagnostics.Shown("a\nb\u001b[31m"));

    [Fact]
    public void AreAllReported() => Assert.Equal(3, ParameterDiagnostics.Check(Parameters, Sources("--pypi-index --pypi-parallel x --set-up-confirm y")).Count());

    [Theory]
    [InlineData("Off", AttestationMode.Off)]
    [InlineData("off", AttestationMode.Off)]
    [InlineData(" On ", AttestationMode.On)]
    public void DoNotIncludeDifferentCasing(string text, AttestationMode expected) => Assert.Equal(expected, Choice.Parse<AttestationMode>("--pypi-attestations", text));

    [Theory]
    [InlineData("Offf")]
    [InlineData("2")]
    [InlineData("On,Off")]
    [InlineData("")]
    public void IncludeUnknownChoices(string text) => Assert.Equal(
        string.Create(CultureInfo.InvariantCulture, $"--pypi-attestations '{text}' is not known: use Auto, On or Off."),
        Assert.Throws<Failure>(() => Choice.Parse<AttestationMode>("--pypi-attestations", text)).Message);

    private static void Expect(string? complaint, ParameterSources sources)
    {
        string[] expected = complaint is null ? [] : [complaint];
        Assert.Equal(expected, ParameterDiagnostics.Check(Parameters, sources));
    }

    private static ParameterSources Sources(string arguments) => new()
    {
        Arguments = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Environment = new Dictionary<string, string>(),
        Files = [],
        WorkingFolder = Environment.CurrentDirectory,
        Root = Environment.CurrentDirectory,
        IsInCi = false,
        AllNames = new HashSet<string>(["Verbosity", "Configuration", "SomethingOfTheUser"], StringComparer.OrdinalIgnoreCase),
    };
}
