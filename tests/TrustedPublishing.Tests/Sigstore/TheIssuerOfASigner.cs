using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Tests.Sigstore;

/// <summary>The issuer named by a certificate: in a new extension and in its predecessor, which may differ.</summary>
public sealed class TheIssuerOfASigner
{
    private const string GitHub = "https://token.actions.githubusercontent.com";
    private const string Workflow = "https://github.com/octo/greeter/.github/workflows/release.yml@refs/tags/v1";

    [Theory]
    [InlineData(GitHub, GitHub, GitHub)]
    [InlineData(GitHub, "https://evil.example.com", GitHub)]
    [InlineData("https://evil.example.com", GitHub, "https://evil.example.com")]
    [InlineData(null, GitHub, null)] // PyPI ignores a job's old extension
    [InlineData(GitHub, null, GitHub)]
    public void IsReadFromTheNewExtensionForAJob(string? issuer, string? old, string? expected)
    {
        var identity = Identity(SubjectAlternativeName(6, Workflow), issuer, old);

        Assert.Equal((Workflow, expected), (identity.Subject, identity.Issuer));
        Assert.Equal(expected == GitHub, identity.Mismatch(new() { Owner = "octo", Repository = "greeter", Workflow = "release.yml" })?.Contains("OIDCIssuer", StringComparison.Ordinal) != true);
    }

    [Theory]
    [InlineData("https://evil.example.com", "https://accounts.google.com", "https://accounts.google.com")]
    [InlineData("https://accounts.google.com", null, null)]
    public void IsReadFromTheOldExtensionForAnAccount(string? issuer, string? old, string? expected)
    {
        var identity = Identity(SubjectAlternativeName(1, "release@example.iam.gserviceaccount.com"), issuer, old);

        Assert.Equal(("release@example.iam.gserviceaccount.com", expected), (identity.Subject, identity.Issuer));
    }

    /// <summary>PyPI requires one of the two for a GitHub job, and both for a GitLab job (pypi/pypi-attestations, <c>_impl.py</c>).</summary>
    [Theory]
    [InlineData(PublisherProvider.GitHub, "abc", null, true)]
    [InlineData(PublisherProvider.GitHub, null, "refs/tags/v1", true)]
    [InlineData(PublisherProvider.GitHub, null, null, false)]
    [InlineData(PublisherProvider.GitLab, "abc", "refs/tags/v1", true)]
    [InlineData(PublisherProvider.GitLab, "abc", null, false)]
    [InlineData(PublisherProvider.GitLab, null, "refs/tags/v1", false)]
    public void IsAcceptedWithTheCommitAndTheRefThatPyPIRequires(PublisherProvider provider, string? commit, string? reference, bool believed)
    {
        var (issuer, root, workflow) = provider is PublisherProvider.GitLab ? ("https://gitlab.com", "https://gitlab.com/octo/greeter", "//release.yml") : (GitHub, "https://github.com/octo/greeter", "/.github/workflows/release.yml");
        var identity = new SigningIdentity { Issuer = issuer, Repository = root, Workflow = $"{root}{workflow}@{reference ?? commit ?? "x"}", Commit = commit, Ref = reference };

        Assert.Equal(believed, identity.Mismatch(new() { Provider = provider, Owner = "octo", Repository = "greeter", Workflow = "release.yml" }) is null);
    }

    private static SigningIdentity Identity(byte[] subject, string? issuer, string? old)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", subject, critical: true));
        if (issuer is not null)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, issuer);
            request.CertificateExtensions.Add(new X509Extension(FulcioClaims.Issuer, writer.Encode(), critical: false));
        }

        if (old is not null)
        {
            request.CertificateExtensions.Add(new X509Extension(FulcioClaims.OldIssuer, Encoding.UTF8.GetBytes(old), critical: false));
        }

        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        using var leaf = LeafCertificate.Read(certificate.RawData);
        return leaf.Identity();
    }

    private static byte[] SubjectAlternativeName(int kind, string name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new(TagClass.ContextSpecific, kind));
        }

        return writer.Encode();
    }
}
