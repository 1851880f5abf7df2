using TrustedPublishing.Distributions;
using TrustedPublishing.Identity;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Sigstore;

/// <summary>The Sigstore instance, the job, and the publisher to attest for (null if unknown).</summary>
internal sealed record AttestationPlan(SigstoreInstance Sigstore, CiSystem System, TrustedPublisher? Publisher)
{
    /// <summary>Creates the plan of a release; null if nothing is attested.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.AttestationsNotPossible"/>: attestations were requested.</exception>
    public static AttestationPlan? Create(PublishOptions options, ExchangedIdentity? identity, Action<Finding> warn)
    {
        var isAsked = options.Attestations is AttestationMode.On;
        if (options.Attestations is AttestationMode.Off || Instance(options) is not { } sigstore)
        {
            return null;
        }

        if (identity is null)
        {
            return isAsked ? throw AttestationFailures.AttestationsWithoutIdentity(options.Index) : null;
        }

        if (!isAsked && identity.System is not (GitHubActions or GitLabCi))
        {
            return null;
        }

        if (!isAsked && !identity.System.MayGive(sigstore.Audience))
        {
            warn(AttestationFailures.NotAttestedWithoutToken(GitLabCi.VariableFor(sigstore.Audience), sigstore.Audience));
            return null;
        }

        if (CallingWorkflow(identity.Claims) is { } caller)
        {
            var called = identity.Claims["job_workflow_ref"];
            warn(isAsked ? throw AttestationFailures.AttestationsOfReusableWorkflow(options.Index, called, caller) : AttestationFailures.NotAttestedInReusableWorkflow(called, caller));
            return null;
        }

        return new(sigstore, identity.System, ClaimRules.PublisherOf(identity.Claims));
    }

    private static SigstoreInstance? Instance(PublishOptions options) =>
        options.Sigstore ?? (options.Index.IsPyPI || options.Attestations is AttestationMode.On ? SigstoreInstance.Production : null);

    /// <summary>
    /// The workflow that called this job's workflow; null for an ordinary job. Certificates name the caller, whereas the registration names the
    /// called workflow.
    /// </summary>
    private static string? CallingWorkflow(IReadOnlyDictionary<string, string> claims) =>
        claims.TryGetValue("workflow_ref", out var caller) && claims.TryGetValue("job_workflow_ref", out var called) && File(caller) != File(called) ? caller : null;

    private static string File(string reference) => reference.Split('@')[0];
}
