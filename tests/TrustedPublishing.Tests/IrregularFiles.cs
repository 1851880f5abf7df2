using TrustedPublishing.LocalSystem;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests;

/// <summary>Pipes and devices in place of files are rejected, without waiting for them.</summary>
public sealed class IrregularFiles : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AreRejectedAsDistributions(bool pipe)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        await MakeAsync(Path.Combine(bench.Options.BaseDirectory, "greeter-1.0-py3-none-any.whl"), pipe);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableDistributions, failure.Failure);
        Assert.Contains("not a regular file", failure.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Uploads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AreRejectedAsAttestations(bool pipe)
    {
        await using var bench = await ReleaseBench.StartAsync();
        var wheel = bench.AddWheel("py3", 10);
        bench.Options = bench.Options with { Sigstore = bench.Index.Sigstore };
        await MakeAsync($"{wheel}.publish.attestation", pipe);

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.AttestationFailed, failure.Failure);
        Assert.Contains("not a regular file", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AreRejectedAsJournals(bool pipe)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { JournalFile = await MakeAsync(folder.Combine("journal.json"), pipe) };

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);

        Assert.Contains(report.Warnings, warning => warning.Text.Contains("not a regular file", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProvideNoCredentials(bool pipe)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { Environment = new Dictionary<string, string>(bench.Options.Environment) { ["NETRC"] = await MakeAsync(folder.Combine("netrc"), pipe) } };

        Assert.True((await bench.PublishAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken)).Succeeded);
    }

    [Fact]
    public void AreReadUpToTheLimit()
    {
        var path = folder.Write("file", new string('x', 100));

        Assert.Equal(100, RegularFile.ReadAllBytes(path, 100).Length);
        Assert.Throws<IOException>(() => RegularFile.ReadAllBytes(path, 99));
        Assert.Throws<IOException>(() => RegularFile.ReadAllBytes(folder.Write("empty", ""), 99));
        Assert.Throws<FileNotFoundException>(() => RegularFile.ReadAllBytes(folder.Combine("missing"), 99));
    }

    private static async Task<string> MakeAsync(string path, bool pipe) => pipe ? await NotRegular.PipeAsync(path) : NotRegular.LinkToDevice(path);
}
