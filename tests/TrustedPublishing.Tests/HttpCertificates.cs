using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrustedPublishing.Http;
using TrustedPublishing.Testing;
using TrustedPublishing.Tests.Indexes;

namespace TrustedPublishing.Tests;

public sealed class HttpCertificates : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly X509Certificate2 authority = Authority();

    public void Dispose()
    {
        directory.Dispose();
        authority.Dispose();
    }

    [Fact]
    public async Task OfAnUnknownAuthorityAreRejectedWithoutARetry()
    {
        var (answer, _) = await AskAsync("localhost", options => options);
        Assert.True(answer is { Status: null, Distrusted: true, IsTransient: false }, answer.Summary);
    }

    [Fact]
    public async Task OfAGivenAuthorityAreTrusted()
    {
        var (answer, _) = await AskAsync("localhost", options => options with { CertificateAuthorities = AuthorityFile() });
        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.Fault));
    }

    [Fact]
    public async Task OfAnAuthorityInTheVariableAreTrusted()
    {
        var (answer, _) = await AskAsync("localhost", options => options with { Environment = Options.Variables(("SSL_CERT_FILE", AuthorityFile())) });
        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.Fault));
    }

    [Fact]
    public async Task OfAGivenAuthorityForAnotherHostAreRejected()
    {
        var (answer, _) = await AskAsync("elsewhere.example.com", options => options with { CertificateAuthorities = AuthorityFile() });
        Assert.True(answer is { Status: null, Distrusted: true }, answer.Summary);
    }

    /// <summary>The certificate does not name the host that receives the uploads.</summary>
    [Fact]
    public async Task OfAnotherHostStopAReleaseAtTheFirstAttempt()
    {
        await using var bench = new IndexBench(IndexBench.Generic);
        bench.Add();
        bench.Index.Instead = _ => new(HttpStatusCode.NotFound, "");
        bench.Options = bench.Options with { Index = PackageIndex.Parse("https://uploads.example.com/legacy/", bench.Dialect.Simple) };

        var failure = await bench.FailAsync();

        Assert.Equal((PublishFailure.IndexUnavailable, 1), (failure.Failure, Assert.Single(failure.Report!.Files).Attempts));
        Assert.Contains("--pypi-certificate-authorities", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTheClientArePresented()
    {
        using var client = Signed("release-job", server: false);
        var file = directory.Write("client.pem", $"{client.ExportCertificatePem()}\n{client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");
        var (answer, shown) = await AskAsync("localhost", options => options with { CertificateAuthorities = AuthorityFile(), ClientCertificate = file });
        Assert.Equal((HttpStatusCode.OK, "CN=release-job"), (answer.Status, shown));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void ThatCannotBeReadCauseAnErrorThatNamesTheFile(string? content)
    {
        var file = content is null ? directory.Combine("none.pem") : directory.Write("bad.pem", content);
        var options = Options.Of(PackageIndex.PyPI);
        Assert.Contains(file, Assert.Throws<ArgumentException>(() => HttpClients.CreateClient((options with { CertificateAuthorities = file }).Network)).Message, StringComparison.Ordinal);
        Assert.Contains(file, Assert.Throws<ArgumentException>(() => HttpClients.CreateClient((options with { ClientCertificate = file }).Network)).Message, StringComparison.Ordinal);
    }

    private async Task<(HttpResponse Answer, string? Shown)> AskAsync(string host, Func<PublishOptions, PublishOptions> with)
    {
        using var certificate = Signed(host, server: true);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(200, "ok"), new()
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, _, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch),
        });
        var options = with(Options.Of(PackageIndex.PyPI));
        using var http = HttpClients.CreateClient(options.Network);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
        var answer = await http.AskAsync(request, HttpClients.ShortDeadline, TimeProvider.System, TestContext.Current.CancellationToken);
        return (answer, server.ClientCertificate?.Subject);
    }

    private string AuthorityFile() => directory.Write("authority.pem", authority.ExportCertificatePem());

    private static X509Certificate2 Authority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private X509Certificate2 Signed(string name, bool server)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(server ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2")], false));
        using var certificate = request.Create(authority, authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
