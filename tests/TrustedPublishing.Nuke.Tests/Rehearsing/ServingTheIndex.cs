using System.Text.RegularExpressions;
using TrustedPublishing.Nuke.Tests.Reporting;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rehearsing;

/// <summary>The target <c>ServeIndex</c>, which other clients use.</summary>
public sealed class ServingTheIndex
{
    [Fact]
    public async Task PrintsWhatOtherClientsNeedAndStopsWhenInterrupted()
    {
        CtrlC.SkipWhenImpossible();
        using var repository = new SampleRepository();
        using var server = new RunningBuild(repository, "PythonOnly", ["ServeIndex"]);
        var output = await server.ReadUntilAsync("Ctrl+C stops");

        using var http = new HttpClient();
        Assert.Contains("<html", await http.GetStringAsync(new Uri(Value(output, "Simple URL")), TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<h1>Projects</h1>", await http.GetStringAsync(new Uri(Value(output, "Pages for people")), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, Value(output, "ACTIONS_ID_TOKEN_REQUEST_URL") + "&audience=pypi");
        request.Headers.Authorization = new("bearer", Value(output, "ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
        using var identity = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("eyJ", await identity.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await server.InterruptAsync();

        Assert.Equal(0, await server.EndAsync());
        Assert.Single(server.Output.Split('\n'), line => line.EndsWith("Stopped.", StringComparison.Ordinal));
        Assert.DoesNotContain("[WRN]", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task StopsWhenItIsTerminated(int times)
    {
        CtrlC.SkipWhenImpossible("TERM");
        using var repository = new SampleRepository();
        using var server = new RunningBuild(repository, "PythonOnly", ["ServeIndex"]);
        await server.ReadUntilAsync("Ctrl+C stops");

        for (var time = 0; time < times; time++)
        {
            await server.InterruptAsync("TERM");
        }

        Assert.True(await server.EndAsync() is var exitCode && (exitCode == 0 || (times == 2 && exitCode == 143)), server.Output);
        Assert.True(exitCode != 0 || server.Output.Contains("Stopped.", StringComparison.Ordinal), server.Output);
        Assert.DoesNotContain("Exception", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopsWhenInterruptedTwice()
    {
        CtrlC.SkipWhenImpossible();
        using var repository = new SampleRepository();
        using var server = new RunningBuild(repository, "PythonOnly", ["ServeIndex"]);
        await server.ReadUntilAsync("Ctrl+C stops");

        await server.InterruptAsync();
        await server.ReadUntilAsync("Build failed");
        await server.InterruptAsync();

        Assert.True(await server.EndAsync() is 0 or 130, server.Output);
        Assert.DoesNotContain("Exception", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ServeIndex")]
    [InlineData("Rehearse")]
    public async Task SaysInOneLineThatThePortIsInUse(string target)
    {
        using var repository = new SampleRepository();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var result = await repository.RunAsync("PythonOnly", [target, "--rehearsal-port", $"{port}"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"The embedded index could not start on port {port} (--rehearsal-port): ", result.Output, StringComparison.Ordinal);
        AddressOfASection.Expect(ManualSection.RehearsalFailed, result.Output);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result.Output, StringComparison.Ordinal);
    }

    private static string Value(string output, string name) => Regex.Match(output, $@"{Regex.Escape(name)}: +(\S+)").Groups[1].Value;
}
