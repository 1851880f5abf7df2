using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.Sigstore;

/// <summary>Attestations: whether there can be any, how they are made, and what becomes of them on the index.</summary>
internal static class AttestationFailures
{
    private const string WithoutAttestations = "Or publish without attestations: --pypi-attestations Off.";

    public static PublishException AttestationsWithoutIdentity(PackageIndex index) => new(
        PublishFailure.AttestationsNotPossible,
        new FailureText($"Attestations were asked for, but an API token or a password was given for {index.Name}. Nothing was sent.")
            .Block("An index takes attestations only with Trusted Publishing.")
            .Change("Publish from CI without --pypi-token, --pypi-user and --pypi-password, as a trusted publisher.", WithoutAttestations).ToString()) { Index = index };

    public static PublishException AttestationsOfReusableWorkflow(PackageIndex index, string called, string caller) => new(
        PublishFailure.AttestationsNotPossible,
        new FailureText($"Attestations were asked for, but {index.Name} would refuse them: the publishing job stands in a reusable workflow. Nothing was sent.")
            .Block($"The job's workflow:   {FailureText.OneLine(called)}", $"A certificate names:  {FailureText.OneLine(caller)}, which called it")
            .Change("Move the publishing job into the calling workflow itself, and register that one.", WithoutAttestations).ToString()) { Index = index };

    public static Finding NotAttestedInReusableWorkflow(string called, string caller) => new(
        FindingSeverity.Warning, null,
        $"nothing is attested: the publishing job stands in the reusable workflow {FailureText.OneLine(called)}, called by {FailureText.OneLine(caller)}, and the index would refuse attestations of such a job.",
        "Move the publishing job into the calling workflow itself, or pass --pypi-attestations Off.");

    public static Finding NotAttestedWithoutToken(string variable, string audience) => new(
        FindingSeverity.Warning, null,
        $"nothing is attested: the job has no identity token for the audience {FailureText.Quote(audience)}, because {variable} is not set.",
        $"Add `{variable}: {{ aud: {audience} }}` to the job's id_tokens, or pass --pypi-attestations Off.");

    /// <summary>No answer, a failing service, or a refusal by it.</summary>
    public static PublishException CertificateNotIssued(SigstoreInstance sigstore, Uri url, HttpResponse answer) => OfSigstore(
        sigstore, answer,
        $"Asking {sigstore.Name} for a signing certificate ({Redacted.Url(url)}) failed; nothing was attested or uploaded.",
        "If it refuses the identity token, check that the job runs on github.com or gitlab.com: no other issuer is known there.");

    public static PublishException NotLogged(SigstoreInstance sigstore, Uri url, string fileName, HttpResponse answer)
    {
        var failure = OfSigstore(
            sigstore, answer,
            $"Logging the attestation of {FailureText.OneLine(fileName)} with {sigstore.Name} ({Redacted.Url(url)}) failed; nothing was uploaded.",
            "If it goes on refusing, the log may not take this kind of entry any more: look for a newer version of this package.");
        return new(failure.Failure, failure.Message, failure.InnerException) { FileName = fileName, StatusCode = failure.StatusCode };
    }

    public static PublishException CertificateUnusable(SigstoreInstance sigstore, Uri url, AttestationException why) => new(
        PublishFailure.AttestationFailed,
        new FailureText($"The signing certificate that {sigstore.Name} issued ({Redacted.Url(url)}) cannot be used. Nothing was attested or uploaded.")
            .Said("The verifier", why.Message)
            .Change(
                "If its authority or its log is not trusted, the keys may be newer than this package: look for a newer version.",
                "Check that nothing between this machine and the address answers in its place.",
                WithoutAttestations).ToString(),
        why);

    public static PublishException AttestationUnverified(SigstoreInstance sigstore, Distribution distribution, AttestationException why) => new(
        PublishFailure.AttestationFailed,
        new FailureText($"The attestation of {Name(distribution)} does not verify with the keys of {sigstore.Name}, so the index would refuse it; nothing was uploaded.")
            .Said("The verifier", why.Message)
            .Change(
                "If it is about time, the clocks of certificate authority and log differ: run the job again later.",
                "If a log or an authority is not trusted, the keys may be newer than this package: look for a newer version.",
                "If it lies beside the distribution, remove it; then one is made.",
                WithoutAttestations).ToString(),
        why) { FileName = Name(distribution) };

    public static PublishException AttestationFileUnusable(string file, Distribution distribution, Exception why) => new(
        PublishFailure.AttestationFailed,
        new FailureText($"The attestation {FailureText.OneLine(file)} cannot be used. Nothing was uploaded.")
            .Said("The reader", why.Message)
            .Change("Remove it, so that an attestation is made, or make it anew: one JSON object as PEP 740 has it.").ToString(),
        why) { FileName = Name(distribution) };

    public static Finding WithoutProvenance(Distribution distribution) => new(
        FindingSeverity.Warning, Name(distribution), "the index lists no provenance, although an attestation went with the file",
        "Nothing can be done for this release: attestations cannot be added later. PyPI may have them switched off for a time.");

    public static Finding ProvenanceNotServedYet(Distribution distribution, TimeSpan limit) => new(
        FindingSeverity.Warning, Name(distribution), $"listed, but its provenance is not served yet after {limit.TotalSeconds:0} seconds", "Look again in some minutes: caches may lag behind.");

    public static Finding ProvenanceUnreadable(Distribution distribution, Uri url) => new(
        FindingSeverity.Warning, Name(distribution), $"the provenance that the index serves cannot be read, and was not compared ({Redacted.Url(url)})", "Look at it there.");

    private static PublishException OfSigstore(SigstoreInstance sigstore, HttpResponse answer, string what, string ifRefused)
    {
        var isRefused = answer.Status is { } status && (int)status is >= 200 and < 500 and not (408 or 429);
        var isNoRefusal = answer.Status is { } success && (int)success < 400;
        return new(
            isRefused ? PublishFailure.AttestationFailed : PublishFailure.SigstoreUnavailable,
            new FailureText(what)
                .Said(sigstore.Name, answer)
                .Change([
                    .. WhenUnreachable(answer),
                    isNoRefusal ? "Check that nothing between this machine and the address (a proxy, a log-in page) answers in its place."
                    : isRefused ? ifRefused
                    : "Run the job again later: files that are on the index already are not sent again. Sigstore's state is at https://status.sigstore.dev.",
                    WithoutAttestations,
                ]).ToString(),
            answer.Cause) { StatusCode = answer.Status };
    }
}
