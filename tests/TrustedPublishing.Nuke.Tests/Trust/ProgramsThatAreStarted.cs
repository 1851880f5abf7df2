using TrustedPublishing.Testing;
using TrustedPublishing.Testing.Archives;

namespace TrustedPublishing.Nuke.Tests.Trust;

/// <summary>What the programs started by a build can see: a program with the same name, found first, records its environment.</summary>
public sealed class ProgramsThatAreStarted : IDisposable
{
    private const string Value = "k7Q2w9Zx4mR8";

    /// <summary>Credentials of a job, of a person, and of other tools; and secret parameters of the build.</summary>
    private static readonly string[] Names =
    [
        "PYPI_TOKEN", "NUKE_PYPI_PASSWORD", "NUKE_DOCTOR_GIT_HUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN", "ACTIONS_RUNTIME_TOKEN",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "PYPI_ID_TOKEN", "SIGSTORE_ID_TOKEN", "CI_JOB_TOKEN", "CI_JOB_JWT_V2", "CI_REGISTRY_PASSWORD", "TWINE_PASSWORD", "UV_PUBLISH_TOKEN", "UV_INDEX_FEED_PASSWORD", "HATCH_INDEX_AUTH",
        "POETRY_PYPI_TOKEN_PYPI", "POETRY_HTTP_BASIC_FEED_PASSWORD", "PDM_PUBLISH_PASSWORD", "FLIT_PASSWORD", "MATURIN_PYPI_TOKEN", "CARGO_REGISTRY_TOKEN", "NUGET_API_KEY", "NuGetPackageSourceCredentials_feed",
        "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS", "AWS_SECRET_ACCESS_KEY", "AZURE_CLIENT_SECRET", "MY_FEED", "SSH_AUTH_SOCK",
    ];

    private readonly SampleRepository repository = new();
    private readonly TemporaryDirectory programs = new();

    public void Dispose()
    {
        repository.Dispose();
        programs.Dispose();
    }

    [Theory]
    [InlineData("python3", "PythonOnly", "Rehearse")]
    [InlineData("git", "ReleasingFromItsRemote", "CheckWorkflow")]
    [InlineData("python3", "PythonOnly", "Pack", "--python-backend", "Build")]
    [InlineData("cibuildwheel", "PythonOnly", "Pack", "--python-backend", "Cibuildwheel")]
    [InlineData("sh", "PythonOnly", "Pack", "--python-backend", "sh {output}")]
    [InlineData("dotnet", "PackingATool", "Pack")]
    public async Task SeeNoCredentials(string program, string build, params string[] arguments)
    {
        var seen = programs.Combine("seen");
        programs.WriteProgram(program, $"#!/bin/bash\nenv > '{seen}'\nexit 1\n");
        repository.Write("src/hello.csproj", "<Project />");
        var secrets = Names.ToDictionary(name => name, _ => Value, StringComparer.Ordinal);
        secrets["PIP_INDEX_URL"] = secrets["HTTPS_PROXY"] = $"http://me:{Value}@localhost:1/";

        var result = await repository.RunAsync(build, arguments, new Dictionary<string, string>(secrets) { ["PATH"] = $"{programs.Path}:{Environment.GetEnvironmentVariable("PATH")}" });

        Assert.True(File.Exists(seen), result.Output);
        var environment = await File.ReadAllTextAsync(seen, TestContext.Current.CancellationToken);
        Assert.Contains("PATH=", environment, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, environment, StringComparison.Ordinal);
    }

    /// <summary>A project's private feeds need credentials, which its build declares.</summary>
    [Fact]
    public async Task SeeDeclaredVariablesAndToolSettings()
    {
        var seen = programs.Combine("seen");
        Directory.CreateDirectory(repository.Combine("made"));
        await File.WriteAllBytesAsync(repository.Combine("made", TestWheel.FileName), TestWheel.Bytes(), TestContext.Current.CancellationToken);
        repository.Write("make.sh", $"env > '{seen}'\ncp made/*.whl \"$1\"\n");
        var variables = new Dictionary<string, string>
        {
            ["FEED_TOKEN"] = "declared-secret", ["CHANNEL"] = "stable", ["CIBW_BUILD"] = "cp3*", ["SETUPTOOLS_SCM_PRETEND_VERSION"] = "1.0", ["CFLAGS"] = "-O2", ["PIP_INDEX_URL"] = "https://mirror.example.com/simple/", ["OTHER"] = "not declared",
        };

        var result = await repository.RunAsync("Declaring", ["Pack", "--python-backend", "sh make.sh {output}"], variables);

        Assert.True(result.ExitCode == 0, result.Output);
        var lines = await File.ReadAllLinesAsync(seen, TestContext.Current.CancellationToken);
        Assert.Equal(variables.Where(variable => variable.Key != "OTHER").Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal), lines.Where(line => variables.ContainsKey(line.Split('=')[0])).Order(StringComparer.Ordinal));
    }
}
