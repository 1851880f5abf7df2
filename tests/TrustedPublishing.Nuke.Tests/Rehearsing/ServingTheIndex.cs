using System.Diagnostics;
using System.Text.RegularExpressions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Nuke.Tests.Rehearsing;

/// <summary>The target <c>ServeIndex</c>, to which other clients are pointed.</summary>
public sealed partial class ServingTheIndex
{
    [Fact]
    public async Task PrintsWhatOtherClientsNeedAndStopsWhenInterrupted()
    {
        CtrlC.SkipWhenImpossible();
        using var repository = new SampleRepository();
        using var server = Start(repository);
        var output = await ReadUntilAsync(server, "Ctrl+C stops");

        using var http = new HttpClient();
        Assert.Contains("<html", await http.GetStringAsync(new Uri(Value(output, "Simple URL")), TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        using var request = new HttpRequestMessage(HttpMethod.Get, Value(output, "ACTIONS_ID_TOKEN_REQUEST_URL") + "&audience=pypi");
        request.Headers.Authorization = new("bearer", Value(output, "ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
        using var identity = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("eyJ", await identity.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await CtrlC.SendAsync(server);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await server.WaitForExitAsync(limit.Token);
    }

    private static Process Start(SampleRepository repository)
    {
        var start = new ProcessStartInfo("dotnet", [SampleRepository.BuildAssembly, "ServeIndex"]) { WorkingDirectory = repository.Path, RedirectStandardOutput = true };
        foreach (var (name, value) in SampleRepository.Variables("PythonOnly", environment: null))
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment.Add(name, value);
            }
        }

        return Process.Start(start)!;
    }

    private static async Task<string> ReadUntilAsync(Process server, string text)
    {
        var output = "";
        while (!output.Contains(text, StringComparison.Ordinal) && await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output += Colours().Replace(line, "") + "\n";
        }

        return output;
    }

    private static string Value(string output, string name) => Regex.Match(output, $@"{Regex.Escape(name)}: +(\S+)").Groups[1].Value;

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();
}
