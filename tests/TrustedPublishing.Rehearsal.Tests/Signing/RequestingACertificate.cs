using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TrustedPublishing.Rehearsal.Tests.Signing;

public sealed class RequestingACertificate
{
    [Fact]
    public async Task NeedsATokenForSigstore()
    {
        await using var bench = await Bench.StartAsync();
        using var signer = new TestSigner(bench);

        Assert.Equal(401, (await signer.CertifyAsync(audience: "pypi")).Status);
        Assert.Equal(200, (await signer.CertifyAsync()).Status);
    }

    [Fact]
    public async Task NeedsATokenThatHasNotExpired()
    {
        await using var bench = await Bench.StartAsync();
        using var signer = new TestSigner(bench);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var identity = await signer.IdentityAsync(null, "sigstore");
        bench.Time.Advance(TimeSpan.FromMinutes(6));

        var reply = await signer.CertifyAsync(identity, new CertificateRequest("", key, HashAlgorithmName.SHA256).CreateSigningRequestPem());

        Assert.Equal(401, reply.Status);
    }

    [Fact]
    public async Task NeedsAProofOfTheKey()
    {
        await using var bench = await Bench.StartAsync();
        using var signer = new TestSigner(bench);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        request[^1] ^= 1;

        var reply = await signer.CertifyAsync(await signer.IdentityAsync(null, "sigstore"), PemEncoding.WriteString("CERTIFICATE REQUEST", request));

        Assert.Equal((400, "The certificate signing request is invalid"), (reply.Status, reply.Json["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task ReturnsOneThatIsValidForTenMinutesAndContainsTheClaims()
    {
        await using var bench = await Bench.StartAsync();
        using var signer = new TestSigner(bench);

        var chain = (await signer.CertifyAsync()).Json["signedCertificateEmbeddedSct"]!["chain"]!["certificates"]!.AsArray();

        using var leaf = X509Certificate2.CreateFromPem(chain[0]!.GetValue<string>());
        Assert.Equal(3, chain.Count);
        Assert.Equal(TimeSpan.FromMinutes(10), leaf.NotAfter - leaf.NotBefore);
        Assert.Contains("https://github.com/octo-org/greeter", System.Text.Encoding.ASCII.GetString(leaf.Extensions["1.3.6.1.4.1.57264.1.12"]!.RawData), StringComparison.Ordinal);
        Assert.Contains("refs/tags/v1.0.0", System.Text.Encoding.ASCII.GetString(leaf.Extensions["1.3.6.1.4.1.57264.1.14"]!.RawData), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogsOnlyWhatItsKeyHasSigned()
    {
        await using var bench = await Bench.StartAsync();
        using var signer = new TestSigner(bench);
        await signer.CertifyAsync();

        var reply = await signer.LogAsync("{}", signer.Sign("{ }"));

        Assert.Equal((400, "error processing entry: could not verify envelope"), (reply.Status, reply.Json["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task LogsTheSameEntryOnce()
    {
        await using var bench = await Bench.StartAsync();
        using var signer = new TestSigner(bench);
        await signer.CertifyAsync();
        var signature = signer.Sign("{}");

        var first = await signer.LogAsync("{}", signature);
        var second = await signer.LogAsync("{}", signature);

        Assert.Equal((201, 409), (first.Status, second.Status));
        var found = await bench.GetAsync("/_/sigstore" + second.Headers["Location"]);
        Assert.Equal(first.Body, found.Body);
    }
}
