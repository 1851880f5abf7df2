namespace TrustedPublishing.Tests;

/// <summary>What a release needs in addition to its options is reported before the first byte, like any other failure.</summary>
public class SettingsOfAMachine
{
    [Fact]
    public async Task WithAnUnusableProxyStopTheRelease()
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { Environment = With(bench, "HTTPS_PROXY", "http://user:p#ss@proxy.example.com:8080") };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableSettings, failure.Failure);
        Assert.Contains("Percent-encode", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("p#ss", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(bench.Uploads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithoutACertificateInTheFileStopTheRelease(bool variable)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        var file = Path.Combine(bench.Options.BaseDirectory, "authorities.pem");
        await File.WriteAllTextAsync(file, "no certificate\n", TestContext.Current.CancellationToken);
        bench.Options = variable ? bench.Options with { Environment = With(bench, "SSL_CERT_FILE", file) } : bench.Options with { CertificateAuthorities = file };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableSettings, failure.Failure);
        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAnUnwritableJournalStopTheRelease()
    {
        await using var bench = await ReleaseBench.StartAsync();
        var file = bench.AddWheel("cp38", 10);
        bench.Options = bench.Options with { JournalFile = Path.Combine(file, "journal.json") };

        var failure = await bench.FailAsync(TestContext.Current.CancellationToken);

        Assert.Equal(PublishFailure.UnusableSettings, failure.Failure);
        Assert.Empty(bench.Uploads);
        Assert.NotNull(failure.Report);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task WithALeftoverTokenCauseAWarningIfTheJobHasAnIdentity(bool identity, int warnings)
    {
        await using var bench = await ReleaseBench.StartAsync();
        bench.AddWheels(1);
        bench.Options = bench.Options with { ApiToken = bench.Index.AddUserToken("owner", "greeter") };
        bench.Options = identity ? bench.Options : bench.Options with { Environment = With(bench, "ACTIONS_ID_TOKEN_REQUEST_URL", "") };

        var report = await bench.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal(warnings, report.Warnings.Count(warning => warning.Text.Contains("does not use Trusted Publishing", StringComparison.Ordinal)));
        Assert.Equal("__token__", Assert.Single(bench.Events.OfType<PublishProgress.CredentialsGiven>()).User);
    }

    private static Dictionary<string, string> With(ReleaseBench bench, string name, string value) => new(bench.Options.Environment) { [name] = value };
}
