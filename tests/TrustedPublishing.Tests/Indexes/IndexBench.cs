using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrustedPublishing.Testing;

namespace TrustedPublishing.Tests.Indexes;

/// <summary>A folder of distributions, a simulated index under its real address, and a publisher with that index's credentials.</summary>
internal sealed class IndexBench : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = Create();

    private readonly TemporaryDirectory folder = new();

    public IndexBench(PlayedDialect dialect)
    {
        Dialect = dialect;
        Index = PlayedIndex.Start(dialect, Certificate);
        Time = new ImpatientTime();
        Options = new()
        {
            Index = PackageIndex.Parse(dialect.Upload),
            Distributions = ["dist/*"],
            BaseDirectory = folder.Path,
            Environment = Tests.Options.Variables(Index.Environment),
            CertificateAuthorities = folder.Write("authority.pem", Certificate.ExportCertificatePem()),
            UserName = dialect.User,
            Password = dialect.User is null ? null : new(PlayedIndex.Token),
            ApiToken = dialect.User is null ? new(PlayedIndex.Token) : null,
            Time = Time,
        };
        Directory.CreateDirectory(folder.Combine("dist"));
    }

    /// <summary>The dialect by its upload address, which identifies test cases.</summary>
    public static PlayedDialect Named(string upload) => PlayedDialects.All.Single(dialect => dialect.Upload == upload);

    public static PlayedDialect Generic => PlayedDialects.All[^1] with { Digest = "sha256" };

    public PlayedDialect Dialect { get; }

    public PlayedIndex Index { get; }

    public ImpatientTime Time { get; }

    public PublishOptions Options { get; set; }

    public string Add(string fileName = "greeter-1.0-py3-none-any.whl", int padding = 100) => GreeterWheel.Write(folder.Combine("dist", fileName), padding);

    public byte[] Content(string fileName = "greeter-1.0-py3-none-any.whl") => File.ReadAllBytes(folder.Combine("dist", fileName));

    public Task<PublishReport> PublishAsync() => new Publisher(Options).PublishAsync(null, TestContext.Current.CancellationToken);

    public Task<PublishException> FailAsync() => Assert.ThrowsAsync<PublishException>(PublishAsync);

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>One certificate for all simulated addresses.</summary>
    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Played indexes", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in PlayedDialects.All.SelectMany(dialect => new[] { dialect.Upload, dialect.Simple }).Select(url => new Uri(url).Host).Append("pypi.org").Append("upload.pypi.org").Append("files.pythonhosted.org").Distinct())
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
