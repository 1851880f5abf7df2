using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Failures;
using TrustedPublishing.Http;
using TrustedPublishing.Output;
using static TrustedPublishing.Failures.FailureParts;
using static TrustedPublishing.Http.ConnectionFailures;

namespace TrustedPublishing.Sigstore;

/// <summary>Failures of attestations: whether they are possible, how they are created, and what the index serves.</summary>
internal static class AttestationFailures
{
    private const string WithoutAttestations = "Or publish without attestations: --pypi-attestations Off.";

    public static PublishException AttestationsWithoutIdentity(PackageIndex index) => new(
        PublishFailure.AttestationsNotPossible,
        new FailureText($"Attestations were requested, but an API token or a password was given for {index.Name}. Nothing was sent.")
            .Block("An index accepts attestations only with Trusted Publishing.")
            .Change("Publish from CI without --pypi-token, --pypi-user and --pypi-password, as a trusted publisher.", WithoutAttestations).ToString()) { Index = index };

    public static PublishException AttestationsOfReusableWorkflow(PackageIndex index, string called, string caller) => new(
        PublishFailure.AttestationsNotPossible,
        new FailureText($"Attestations were requested, but {index.Name} would reject them: the publishing job is in a reusable workflow. Nothing was sent.")
            .Block($"The job's workflow:   {FailureText.OneLine(called)}", $"A certificate names:  {FailureText.OneLine(caller)}, which called it")
            .Change("Move the publishing job to the calling workflow itself, and register that workflow.", WithoutAttestations).ToString()) { Index = index };

    public static Finding NotAttestedInReusableWorkflow(string called, string caller) => new(
        FindingSeverity.Warning, null,
        $"nothing is attested: the publishing job is in the reusable workflow {FailureText.OneLine(called)}, called by {FailureText.OneLine(caller)}, and the index would reject its attestations.",
        "Move the publishing job to the calling workflow itself, or use --pypi-attestations Off.");

    public static Finding NotAttestedWithoutToken(string variable, string audience) => new(
        FindingSeverity.Warning, null,
        $"nothing is attested: the job has no identity token for the audience {FailureText.Quote(audience)}, because {variable} is not set.",
        $"Add `{variable}: {{ aud: {audience} }}` to the job's id_tokens, or use --pypi-attestations Off.");

    /// <summary>No response, a server error, or a rejection.</summary>
    public static PublishException CertificateNotIssued(SigstoreInstance sigstore, Uri url, HttpResponse answer) => OfSigstore(
        sigstore, answer,
        $"Requesting a signing certificate from {sigstore.Name} ({Redacted.Url(url)}) failed; nothing was attested or uploaded.",
        "If it rejects the identity token, check that the job runs on github.com or gitlab.com: Sigstore accepts no other issuers of CI jobs.");

    public static PublishException NotLogged(SigstoreInstance sigstore, Uri url, string fileName, HttpResponse answer)
    {
        var failure = OfSigstore(
            sigstore, answer,
            $"Logging the attestation of {FailureText.OneLine(fileName)} with {sigstore.Name} ({Redacted.Url(url)}) failed; nothing was uploaded.",
            "If it fails again, the log may no longer accept this kind of entry: look for a newer version of this package.");
        return new(failure.Failure, failure.Message, failure.InnerException) { FileName = fileName, StatusCode = failure.StatusCode };
    }

    public static PublishException CertificateUnusable(SigstoreInstance sigstore, Uri url, AttestationException why) => new(
        PublishFailure.AttestationFailed,
        new FailureText($"The signing certificate that {sigstore.Name} issued ({Redacted.Url(url)}) cannot be used. Nothing was attested or uploaded.")
            .Said("The verifier", why.Message)
            .Change(
                "If its authority or its log is reported as not trusted, the keys may be newer than this package: look for a newer version.",
                "Check whether something between this machine and the address answered instead.",
                WithoutAttestations).ToString(),
        why);

    public static PublishException AttestationUnverified(SigstoreInstance sigstore, Distribution distribution, AttestationException why) => new(
        PublishFailure.AttestationFailed,
        new FailureText($"The attestation of {Name(distribution)} cannot be verified with the keys of {sigstore.Name}, so the index would reject it; nothing was uploaded.")
            .Said("The verifier", why.Message)
            .Change(
                "If the error is about time, the clocks of the certificate authority and the log differ: run the job again later.",
                "If a log or an authority is reported as not trusted, the keys may be newer than this package: look for a newer version.",
                "If the attestation file is next to the distribution, remove it; a new one is then made.",
                WithoutAttestations).ToString(),
        why) { FileName = Name(distribution) };

    public static PublishException AttestationFileUnusable(string file, Distribution distribution, Exception why) => new(
        PublishFailure.AttestationFailed,
        new FailureText($"The attestation {FailureText.OneLine(file)} cannot be used. Nothing was uploaded.")
            .Said("The reader", why.Message)
            .Change("Remove it, so that a new attestation is made, or create it again as one JSON object as specified in PEP 740.").ToString(),
        why) { FileName = Name(distribution) };

    public static Finding WithoutProvenance(Distribution distribution) => new(
        FindingSeverity.Warning, Name(distribution), "the index lists no provenance, although an attestation went with the file",
        "Attestations cannot be added to this release later. PyPI may have disabled them temporarily.");

    public static Finding ProvenanceNotServedYet(Distribution distribution, TimeSpan limit) => new(
        FindingSeverity.Warning, Name(distribution), $"listed, but its provenance is not served yet after {limit.TotalSeconds:0} seconds", "Check again in a few minutes: caches may be out of date.");

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
                    isNoRefusal ? "Check whether something between this machine and the address (a proxy, a sign-in page) answered instead."
                    : isRefused ? ifRefused
                    : "Run the job again later: files that are on the index already are not sent again. Sigstore's status page is https://status.sigstore.dev.",
                    WithoutAttestations,
                ]).ToString(),
            answer.Cause) { StatusCode = answer.Status };
    }
}
