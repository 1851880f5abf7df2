using TrustedPublishing.Distributions;
using TrustedPublishing.Identity;
using TrustedPublishing.TokenExchange;

namespace TrustedPublishing.Sigstore;

/// <summary>The Sigstore instance, the job, and the publisher to attest for (null if unknown).</summary>
internal sealed record AttestationPlan(SigstoreInstance Sigstore, CiSystem System, TrustedPublisher? Publisher)
{
    /// <summary>Creates the plan of a release; null if nothing is attested.</summary>
    /// <param name="index">The index to publish to.</param>
    /// <param name="mode">Whether attestations are wanted.</param>
    /// <param name="instance">The Sigstore instance; null: the default of the index.</param>
    /// <param name="identity">The identity that was exchanged; null if there was none.</param>
    /// <param name="warn">Receives the reason why nothing is attested.</param>
    /// <exception cref="PublishException"><see cref="PublishFailure.AttestationsNotPossible"/>: attestations were requested.</exception>
    public static AttestationPlan? Create(PackageIndex index, AttestationMode mode, SigstoreInstance? instance, ExchangedIdentity? identity, Action<Finding> warn)
    {
        var isAsked = mode is AttestationMode.On;
        if (mode is AttestationMode.Off || (instance ?? (index.IsPyPI || isAsked ? SigstoreInstance.Production : null)) is not { } sigstore)
        {
            return null;
        }

        if (identity is null)
        {
            return isAsked ? throw AttestationFailures.AttestationsWithoutIdentity(index) : null;
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
            warn(isAsked ? throw AttestationFailures.AttestationsOfReusableWorkflow(index, called, caller) : AttestationFailures.NotAttestedInReusableWorkflow(called, caller));
            return null;
        }

        return new(sigstore, identity.System, ClaimRules.PublisherOf(identity.Claims));
    }

    /// <summary>
    /// The workflow that called this job's workflow; null for an ordinary job. Certificates name the caller, whereas the registration names the
    /// called workflow.
    /// </summary>
    private static string? CallingWorkflow(IReadOnlyDictionary<string, string> claims) =>
        claims.TryGetValue("workflow_ref", out var caller) && claims.TryGetValue("job_workflow_ref", out var called) && File(caller) != File(called) ? caller : null;

    private static string File(string reference) => reference.Split('@')[0];
}
