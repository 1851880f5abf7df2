using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using TrustedPublishing.Nuke.Hosting;
using TrustedPublishing.Nuke.Parameters;
using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Parameters;

/// <summary>One value for every parameter of a build at once: the build stops with one message before it has sent or written anything.</summary>
public sealed class HostileValuesInABuild : IDisposable
{
    private static readonly string[] Named = ["PypiIndex", "PypiSimple", "PypiParallel", "PypiPreflight", "PypiVerify", "PypiAttestations", "PypiRepository", "PythonBackend", "SetUpKind", "SetUpConfirm", "SetUpSelfReview"];

    private readonly SampleRepository repository = new();
    private readonly TcpListener proxy = new(IPAddress.Loopback, 0);

    public HostileValuesInABuild() => proxy.Start();

    public static TheoryData<string> Values => ["Offf", "80000", "a;;b", "\u001b[31mred\u200F", "one\ntwo", "https://user:hunter2@index.example.com/legacy/#part", new string('x', 50_000)];

    private static IReadOnlyList<KnownParameter> Parameters { get; } = BuildParameters.OfTheseComponents(typeof(IAll));

    private static readonly string[] TwoLines = ["one\ntwo"];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AreAllNamedOnTheCommandLine(string value)
    {
        // names of 100 kB do not fit on a command line thirty times
        var given = Parameters.Where(parameter => value.Length < 1000 || Named.Contains(parameter.Name));

        var result = await RunAsync([.. given.SelectMany(parameter => new[] { parameter.Option, value })], []);

        Expect(result, parameter => parameter.Option);
    }

    [Fact]
    public async Task AreAllNamedInVariables()
    {
        var result = await RunAsync([], Parameters.ToDictionary(parameter => $"NUKE_{parameter.Variable}", _ => "one\ntwo"));

        Expect(result, parameter => $"The variable NUKE_{parameter.Variable} ");
    }

    [Fact]
    public async Task AreAllNamedInAProfile()
    {
        var values = Parameters.Where(parameter => !parameter.IsSecret).ToDictionary(parameter => parameter.Name, object (parameter) => parameter.Kind is ParameterKind.Texts ? TwoLines : TwoLines[0]);
        repository.Write(".nuke/parameters.local.json", JsonSerializer.Serialize(values));

        var result = await RunAsync(["--profile", "local"], []);

        Expect(result, parameter => $"{parameter.Name} in .nuke/parameters.local.json ");
    }

    /// <summary>What is only seen when parameters meet is told with the names of the command line, and where the value comes from.</summary>
    [Fact]
    public async Task SayWhereTheyComeFromWhenTheyDoNotFitEachOther()
    {
        var result = await RunAsync([], new() { ["PYPI_INDEX"] = "testpypi;pypi", ["NUKE_PYPI_SIMPLE"] = "https://index.example.com/simple/" });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--pypi-simple 'https://index.example.com/simple/' has 1 value and --pypi-index has 2", result.Output, StringComparison.Ordinal);
        Assert.Contains("--pypi-simple comes from the variable NUKE_PYPI_SIMPLE.", result.Output, StringComparison.Ordinal);
        Assert.Contains("--pypi-index comes from the variable PYPI_INDEX.", result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.InvalidParameters, result.Output);
    }

    public void Dispose()
    {
        proxy.Dispose();
        repository.Dispose();
    }

    private Task<ChildProcessResult> RunAsync(string[] arguments, Dictionary<string, string> environment)
    {
        environment["HTTPS_PROXY"] = $"http://{proxy.LocalEndpoint}";
        return repository.RunAsync("FromNothing", ["SetUpRelease", .. arguments], environment);
    }

    private void Expect(ChildProcessResult result, Func<KnownParameter, string> written)
    {
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Nothing was done, because parameters are invalid: ", result.Output, StringComparison.Ordinal);
        Assert.All(Parameters.Where(parameter => Named.Contains(parameter.Name)), parameter => Assert.Contains(written(parameter), result.Output, StringComparison.Ordinal));
        AddressOfASection.Expect(ManualSection.InvalidParameters, result.Output);
        Assert.DoesNotMatch(@"   at |\(Parameter '|System\.|Could not inject|hunter2", result.Output);
        Assert.DoesNotContain("\u200F", result.Output, StringComparison.Ordinal);
        Assert.InRange(result.Output.Length, 100, 20_000);
        Assert.False(proxy.Pending(), "Something was sent.");
        Assert.False(Directory.Exists(repository.Combine("artifacts")));
    }

    /// <summary>What the build has.</summary>
    private interface IAll : ISetUpRelease;
}
