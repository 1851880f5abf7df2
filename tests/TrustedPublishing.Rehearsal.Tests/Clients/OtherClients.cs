using System.Text.Json.Nodes;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.Clients;

public sealed class OtherClients
{
    [Fact]
    public async Task RequestAnIdentityWithGitHubsOwnPackage()
    {
        var node = Peers.Find("node");
        var directory = NodePeers.Find("@actions/core");
        await using var bench = await Bench.StartAsync();
        const string Script = "import('@actions/core').then(async core => console.log('TOKEN=' + await core.getIDToken('pypi')))";

        var result = await ChildProcess.RunAsync(
            node, ["-e", Script], directory, bench.Index.JobEnvironment().ToDictionary(variable => variable.Key, string? (variable) => variable.Value), cancellationToken: TestContext.Current.CancellationToken);

        var identity = result.StandardOutput.Split('\n').FirstOrDefault(line => line.StartsWith("TOKEN=", StringComparison.Ordinal));
        Assert.True(identity is not null, result.Output);
        Assert.Equal(200, (await bench.MintAsync(identity["TOKEN=".Length..])).Status);
    }

    [Fact]
    public async Task UploadWithCurl()
    {
        var curl = Peers.Find("curl");
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync();
        var wheel = Sample.Wheel();
        await File.WriteAllBytesAsync(directory.Combine(wheel.FileName), wheel.Content, TestContext.Current.CancellationToken);
        string[] fields = [.. wheel.Fields().SelectMany(field => new[] { "--form-string", $"{field.Name}={field.Value}" })];

        var result = await ChildProcess.RunAsync(
            curl,
            ["--silent", "--noproxy", "*", "--user", $"__token__:{await bench.TokenAsync()}", "--header", "Accept: application/json", .. fields,
             "--form", $"content=@{directory.Combine(wheel.FileName)}", bench.Index.Index.UploadUrl.AbsoluteUri],
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("200 OK", JsonNode.Parse(result.StandardOutput)!["code"]!.GetValue<string>());
        Assert.Single(bench.Index.Files);
    }
}
