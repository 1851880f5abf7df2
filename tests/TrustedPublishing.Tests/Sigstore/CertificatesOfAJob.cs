using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrustedPublishing.Sigstore;
using static TrustedPublishing.Tests.Sigstore.TestCertificates;

namespace TrustedPublishing.Tests.Sigstore;

public sealed class CertificatesOfAJob
{
    private static readonly TrustedRoot Nobody = TrustedRoot.Parse("""{"tlogs":[],"ctlogs":[],"certificateAuthorities":[]}""");

    private const X509KeyUsageFlags Sign = X509KeyUsageFlags.DigitalSignature;

    [Fact]
    public void AreForSigningCodeAndNothingElse()
    {
        Assert.Null(Complaint(Usage(Sign), Purposes(CodeSigning)));
        Assert.Null(Complaint(Usage(Sign | X509KeyUsageFlags.KeyEncipherment), Purposes("1.3.6.1.5.5.7.3.1", CodeSigning), Authority(false)));
        Assert.Contains("digital signature", Complaint(Purposes(CodeSigning)), StringComparison.Ordinal);
        Assert.Contains("digital signature", Complaint(Usage(X509KeyUsageFlags.KeyCertSign), Purposes(CodeSigning)), StringComparison.Ordinal);
        Assert.Contains("code signing", Complaint(Usage(Sign)), StringComparison.Ordinal);
        Assert.Contains("code signing", Complaint(Usage(Sign), Purposes("1.3.6.1.5.5.7.3.1")), StringComparison.Ordinal);
        Assert.Contains("authority", Complaint(Usage(Sign), Purposes(CodeSigning), Authority(true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "expired at time of signing")]
    [InlineData(0, "no trusted authority")]
    [InlineData(600, "no trusted authority")]
    [InlineData(601, "expired at time of signing")]
    public void AreUsedWhileTheyAreValid(int seconds, string why)
    {
        using var leaf = Leaf();

        Assert.Contains(why, Assert.Throws<AttestationException>(() => CertificateCheck.Check(leaf, NotBefore.AddSeconds(seconds), Nobody)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(480, false)]
    [InlineData(481, true)]
    public void AreReplacedTwoMinutesBeforeTheyEnd(int seconds, bool isDue)
    {
        using var certificate = new SigningCertificate(ECDsa.Create(ECCurve.NamedCurves.nistP256), Leaf(), DateTimeOffset.UnixEpoch.AddYears(50));

        Assert.Equal(isDue, certificate.IsDue(DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(seconds)));
    }

    [Fact]
    public void AreWholeAndNothingFollowsThem()
    {
        using var leaf = Leaf();
        var der = leaf.Certificate.RawData;

        Assert.True(Assert.Throws<AttestationException>(() => LeafCertificate.Read([.. der, 0])).IsMalformed);
        Assert.True(Assert.Throws<AttestationException>(() => LeafCertificate.Read([.. der.SkipLast(1)])).IsMalformed);
        Assert.True(Assert.Throws<AttestationException>(() => LeafCertificate.Read([])).IsMalformed);
    }

    [Fact]
    public void VerifySignaturesOfTheirKeyOnly()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request("CN=leaf", key).CreateSelfSigned(NotBefore, NotAfter);
        using var leaf = LeafCertificate.Read(certificate.RawData);
        using var signer = new SigningCertificate(key, leaf, NotBefore);
        using var rsa = RSA.Create(2048);
        using var other = new CertificateRequest("CN=rsa", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(NotBefore, NotAfter);
        using var rsaLeaf = LeafCertificate.Read(other.RawData);
        var signature = signer.Sign([1, 2, 3]);

        Assert.Equal((true, false, false, false), (leaf.Verify([1, 2, 3], signature), leaf.Verify([1, 2], signature), leaf.Verify([1, 2, 3], [1]), rsaLeaf.Verify([1, 2, 3], signature)));
    }

    [Theory]
    [InlineData("0C0161", "a")]
    [InlineData("0C00", "")]
    [InlineData("0C016100", null)] // something follows
    [InlineData("130161", null)] // another kind of text
    [InlineData("61", null)]
    public void TellTheirClaimsAsText(string value, string? expected)
    {
        using var leaf = Leaf(new X509Extension(FulcioClaims.Repository, Convert.FromHexString(value), critical: false));

        if (expected is null)
        {
            var malformed = Assert.Throws<AttestationException>(() => leaf.Identity());
            Assert.True(malformed.IsMalformed);
            Assert.Contains(FulcioClaims.Repository, malformed.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(new SigningIdentity { Repository = expected }, leaf.Identity());
        }
    }

    [Fact]
    public void ComeFromATrustedAuthority()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Request("CN=root", rootKey, Authority(true), Usage(X509KeyUsageFlags.KeyCertSign)).CreateSelfSigned(NotBefore, NotAfter);
        using var middle = Request("CN=middle", middleKey, Authority(true), Usage(X509KeyUsageFlags.KeyCertSign), Purposes(CodeSigning)).Create(root, NotBefore, NotAfter, [1]).CopyWithPrivateKey(middleKey);
        using var leaf = Request("CN=leaf", leafKey, Usage(Sign), Purposes(CodeSigning)).Create(middle, NotBefore, NotAfter, [2]);
        using var direct = Request("CN=leaf", leafKey, Usage(Sign), Purposes(CodeSigning)).Create(root, NotBefore, NotAfter, [3]);
        using var server = Request("CN=leaf", leafKey, Usage(Sign), Purposes("1.3.6.1.5.5.7.3.1")).Create(root, NotBefore, NotAfter, [4]);
        var (authority, other) = (new TrustedAuthority([middle], root, new()), new TrustedAuthority([], middle, new()));
        var time = NotBefore.AddMinutes(1);

        Assert.Equal(middle.RawData, authority.IssuerOf(leaf, time).Issuer?.RawData);
        Assert.Equal(root.RawData, authority.IssuerOf(direct, time).Issuer?.RawData);
        Assert.All([authority.IssuerOf(leaf, NotAfter.AddMinutes(1)), authority.IssuerOf(server, time), authority.IssuerOf(root, time), other.IssuerOf(direct, time), new TrustedAuthority([], root, new()).IssuerOf(leaf, time)],
            refused => Assert.Null(refused.Issuer));
        Assert.NotEmpty(other.IssuerOf(direct, time).Complaint);
    }

    [Theory]
    [InlineData("issuer", null, "does not contain OIDCIssuerV2")]
    [InlineData("issuer", "https://evil.example.com", "OIDCIssuerV2 does not match (got 'https://evil.example.com'")]
    [InlineData("repository", null, "does not contain OIDCSourceRepositoryURI")]
    [InlineData("repository", "https://github.com/octo/other", "OIDCSourceRepositoryURI does not match")]
    [InlineData("repository", "https://github.com/Octo/greeter", "OIDCSourceRepositoryURI does not match")]
    [InlineData("workflow", null, "does not contain a Build Config URI")]
    [InlineData("workflow", "https://github.com/octo/greeter/.github/workflows/release.yml@refs/tags/v2", "does not match expected Trusted Publisher")]
    [InlineData("workflow", "https://github.com/octo/greeter/.github/workflows/release.yml@abc", null)]
    [InlineData("nothing", null, null)]
    public void AreOfTheirPublisher(string what, string? value, string? why)
    {
        var identity = new SigningIdentity
        {
            Issuer = what == "issuer" ? value : "https://token.actions.githubusercontent.com",
            Repository = what == "repository" ? value : "https://github.com/octo/greeter",
            Workflow = what == "workflow" ? value : "https://github.com/octo/greeter/.github/workflows/release.yml@refs/tags/v1",
            Commit = "abc",
            Ref = "refs/tags/v1",
        };

        var mismatch = identity.Mismatch(new() { Owner = "octo", Repository = "greeter", Workflow = "release.yml" });

        Assert.Equal(why is null, mismatch is null);
        Assert.Contains(why ?? "", mismatch ?? "", StringComparison.Ordinal);
    }

    private static string? Complaint(params X509Extension[] extensions)
    {
        using var leaf = Leaf(extensions);
        return leaf.ProfileComplaint();
    }
}
