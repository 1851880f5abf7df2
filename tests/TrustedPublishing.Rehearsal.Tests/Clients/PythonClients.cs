using TrustedPublishing.Distributions;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Rehearsal.Tests.Clients;

/// <summary>Programs that support PyPI and know nothing about this index.</summary>
public sealed class PythonClients
{
    [Fact]
    public async Task InstallFromTheIndex()
    {
        var python = Peers.Find("python3");
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync();
        await bench.UploadAsync(await bench.TokenAsync(), Sample.Wheel(text: "hello"), new FormField("requires_python", ">=3.8"));
        await SkipWithoutPip(python);

        var installed = await RunAsync(python, "-m", "pip", "install", "--isolated", "--no-cache-dir", "--disable-pip-version-check", "--no-deps", "--target", directory.Path, "--index-url", $"{bench.Index.BaseUrl}simple/", "greeter==1.0.0");
        var run = await ChildProcess.RunAsync(python, ["-c", "import greeter; print(greeter.TEXT)"], directory.Path, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(installed.ExitCode == 0, installed.Output);
        Assert.Equal("hello\n", run.StandardOutput);
    }

    [Fact]
    public async Task UploadWithTwine()
    {
        var twine = Peers.Find("twine");
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync();
        var files = Write(directory, Sample.Wheel(), Sample.Sdist());

        var result = await TwineAsync(twine, bench, files);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal([Sample.Wheel().Sha256, Sample.Sdist().Sha256], bench.Index.Files.OrderBy(file => file.FileName, StringComparer.Ordinal).Select(file => file.Sha256));
    }

    [Fact]
    public async Task ShowTheIndexsMessageForARejection()
    {
        var twine = Peers.Find("twine");
        using var directory = new TemporaryDirectory();
        await using var bench = await Bench.StartAsync();
        await TwineAsync(twine, bench, Write(directory, Sample.Wheel()));

        var result = await TwineAsync(twine, bench, Write(directory, Sample.Wheel(text: "tampered")));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("File already exists", result.Output, StringComparison.Ordinal);
    }

    private static async Task<ChildProcessResult> TwineAsync(string twine, Bench bench, IReadOnlyList<string> files) =>
        await RunAsync(twine, ["upload", "--non-interactive", "--disable-progress-bar", "--repository-url", bench.Index.Index.UploadUrl.AbsoluteUri, "--username", "__token__", "--password", await bench.TokenAsync(), .. files]);

    private static Task<ChildProcessResult> RunAsync(string program, params IReadOnlyList<string> arguments) =>
        ChildProcess.RunAsync(program, arguments, environment: new Dictionary<string, string?> { ["NO_PROXY"] = "127.0.0.1", ["no_proxy"] = "127.0.0.1" }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task SkipWithoutPip(string python) =>
        Assert.SkipUnless((await RunAsync(python, "-m", "pip", "--version")).ExitCode == 0, "python3 has no pip: install it to run this test.");

    private static IReadOnlyList<string> Write(TemporaryDirectory directory, params IReadOnlyList<Sample> samples)
    {
        foreach (var sample in samples)
        {
            File.WriteAllBytes(directory.Combine(sample.FileName), sample.Content);
        }

        return [.. samples.Select(sample => directory.Combine(sample.FileName))];
    }
}
