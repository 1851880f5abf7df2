using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>The real pypiserver, if it is installed. It redirects to PyPI for projects that it does not know.</summary>
public sealed class ARealPypiServer : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private Process? server;

    public void Dispose()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task StoresVerifiesResumesAndDetectsConflicts()
    {
        var options = new PublishOptions
        {
            Index = PackageIndex.Parse(await StartAsync()), Distributions = ["dist"], BaseDirectory = folder.Path, Environment = Options.Variables(), UserName = "ci", Password = new("any"),
        };
        var wheel = GreeterWheel.Write(Path.Combine(Directory.CreateDirectory(folder.Combine("dist")).FullName, "greeter-1.0-py3-none-any.whl"));

        Assert.Equal((UploadOutcome.Uploaded, true), Outcome(await PublishAsync(options)));
        Assert.Equal((UploadOutcome.AlreadyPresent, true), Outcome(await PublishAsync(options)));
        Assert.Equal(await File.ReadAllBytesAsync(wheel, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(folder.Combine("packages", "greeter-1.0-py3-none-any.whl"), TestContext.Current.CancellationToken));
        GreeterWheel.Write(wheel, 50);
        Assert.Equal(PublishFailure.FileConflict, (await Assert.ThrowsAsync<PublishException>(() => PublishAsync(options))).Failure);
    }

    private static (UploadOutcome, bool) Outcome(PublishReport report) => (Assert.Single(report.Files).Outcome, report.Files[0].Verified);

    private static Task<PublishReport> PublishAsync(PublishOptions options) => new Publisher(options).PublishAsync(null, TestContext.Current.CancellationToken);

    /// <summary>Its address, once it reports that it is listening. Versions before 2 have no subcommands.</summary>
    private async Task<string> StartAsync()
    {
        var program = Peers.Find("pypi-server");
        var (port, packages) = (FreePort(), Directory.CreateDirectory(folder.Combine("packages")).FullName);
        var help = await ChildProcess.RunAsync(program, ["--help"], cancellationToken: TestContext.Current.CancellationToken);
        string[] run = help.Output.Contains("{run,", StringComparison.Ordinal) ? ["run"] : [];
        server = Process.Start(new ProcessStartInfo(program, [.. run, "-p", $"{port}", "-i", "127.0.0.1", "-P", ".", "-a", ".", packages]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await server.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Listening on", StringComparison.Ordinal))
        {
        }

        _ = server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        return $"http://127.0.0.1:{port}/";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
