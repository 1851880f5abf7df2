using System.Net;
using TrustedPublishing.Sigstore;
using TrustedPublishing.Tests.Upload;

namespace TrustedPublishing.Tests;

internal static partial class FailureExamples
{
    private static readonly SigstoreInstance Sigstore = SigstoreInstance.Production;
    private static readonly Uri Fulcio = new("https://fulcio.sigstore.dev/api/v2/signingCert");
    private static readonly Uri Rekor = new("https://rekor.sigstore.dev/api/v1/log/entries");

    public static IEnumerable<FailureExample> Attestations =>
    [
        new("AttestationsWithoutIdentity", null, AttestationFailures.AttestationsWithoutIdentity(PackageIndex.PyPI)),
        new("AttestationsOfReusableWorkflow", null, AttestationFailures.AttestationsOfReusableWorkflow(
            PackageIndex.PyPI, "octo-org/greeter/.github/workflows/publish.yml@refs/tags/v1.0", "octo-org/greeter/.github/workflows/release.yml@refs/tags/v1.0")),
        new("CertificateNotIssued", "refused", AttestationFailures.CertificateNotIssued(Sigstore, Fulcio, new(HttpStatusCode.BadRequest, """{"code":3,"message":"There was an error processing the identity token"}"""))),
        new("CertificateNotIssued", "no answer", AttestationFailures.CertificateNotIssued(Sigstore, Fulcio, Refused)),
        new("CertificateNotIssued", "something else", AttestationFailures.CertificateNotIssued(Sigstore, Fulcio, new(HttpStatusCode.OK, """{"unexpected":true}"""))),
        new("CertificateUnusable", null, AttestationFailures.CertificateUnusable(Sigstore, Fulcio, new("failed to build certificate chain: unable to get local issuer certificate"))),
        new("NotLogged", "HTTP 503", AttestationFailures.NotLogged(Sigstore, Rekor, "greeter-1.0-py3-none-any.whl", new(HttpStatusCode.ServiceUnavailable, "<html><h1>Service Unavailable</h1></html>"))),
        new("NotLogged", "refused", AttestationFailures.NotLogged(Sigstore, Rekor, "greeter-1.0-py3-none-any.whl", new(HttpStatusCode.BadRequest, """{"code":400,"message":"error processing entry: could not verify envelope"}"""))),
        new("AttestationUnverified", null, AttestationFailures.AttestationUnverified(Sigstore, Sample.Wheel(), new("invalid log entry: invalid inclusion promise"))),
        new("AttestationFileUnusable", null, AttestationFailures.AttestationFileUnusable("/build/dist/greeter-1.0-py3-none-any.whl.publish.attestation", Sample.Wheel(), new AttestationException("invalid attestation at $.version"))),
    ];
}
