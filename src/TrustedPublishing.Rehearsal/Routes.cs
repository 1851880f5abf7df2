using TrustedPublishing.Rehearsal.Hosting;
using TrustedPublishing.Rehearsal.Identity;
using TrustedPublishing.Rehearsal.Minting;
using TrustedPublishing.Rehearsal.Pages;
using TrustedPublishing.Rehearsal.Serving;
using TrustedPublishing.Rehearsal.Signing;
using TrustedPublishing.Rehearsal.State;
using TrustedPublishing.Rehearsal.Tokens;
using TrustedPublishing.Rehearsal.Uploading;

namespace TrustedPublishing.Rehearsal;

/// <summary>The routes of the index.</summary>
internal static class Routes
{
    public static RouteTable Create(RehearsalOptions options, IndexStore store, ApiTokens tokens, IdentityIssuer issuer, EmbeddedSigstore sigstore, ExchangeLog exchanges, PageSet pages, Func<Uri> root)
    {
        var verifier = new TokenVerifier(new KeyCache(issuer.Keys, options.Time), options.Audience, options.Time);
        var mint = new MintEndpoint(store, new MintJudge(options, verifier, new PublisherMatch(options)), tokens, exchanges);
        var signer = new TokenVerifier(new KeyCache(issuer.Keys, options.Time), "sigstore", options.Time);
        var log = new LogEndpoint(sigstore);
        var page = new PageEndpoint(pages);
        var simple = new SimpleEndpoint(store, options.Time, root);
        return new(
        [
            ("/_/identity/token", RehearsalRoute.Identity, new IdentityEndpoint(issuer)),
            (IssuerEndpoint.Path, null, new IssuerEndpoint(issuer.Keys)),
            ("/_/oidc/audience", RehearsalRoute.Audience, new AudienceEndpoint(options)),
            ("/_/oidc/mint-token", RehearsalRoute.Mint, mint),
            ("/_/oidc/github/mint-token", RehearsalRoute.Mint, mint),
            ("/_/oidc/burn-token", RehearsalRoute.Burn, new BurnEndpoint(store, tokens, options.BurnOffered)),
            ("/legacy/", RehearsalRoute.Upload, new UploadEndpoint(store, new UploadJudge(options, tokens, () => sigstore.At(root())))),
            ("/legacy", null, new UploadWithoutSlashEndpoint()),
            ("/simple", RehearsalRoute.Simple, simple),
            (SimpleEndpoint.Path, RehearsalRoute.Simple, simple),
            (FileEndpoint.Path, RehearsalRoute.File, new FileEndpoint(store)),
            (JsonEndpoint.Path, null, new JsonEndpoint(store, root)),
            ("/pypi", null, new MovedApiEndpoint()),
            (CertificateEndpoint.Path, RehearsalRoute.Certificate, new CertificateEndpoint(sigstore, signer)),
            (LogEndpoint.Path, RehearsalRoute.Log, log),
            (LogEndpoint.Path + "/", RehearsalRoute.Log, log),
            (TrustedRootEndpoint.Path, null, new TrustedRootEndpoint(sigstore, root)),
            ("/", null, page),
            ("/project/", null, page),
            ("/_/rehearsal/", null, page),
            (IntegrityEndpoint.Path, RehearsalRoute.Provenance, new IntegrityEndpoint(store, options.Attestations)),
        ]);
    }
}
