using TrustedPublishing.Distributions;

namespace TrustedPublishing.Sigstore;

/// <summary>Whether the index will accept an attestation: verified here as it will be there, because a bad one fails the upload and a missing one cannot be added.</summary>
internal static class AttestationCheck
{
    /// <exception cref="PublishException"><see cref="PublishFailure.AttestationFailed"/>: it will not.</exception>
    public static void ThrowIfUnusable(Attestation attestation, Distribution distribution, AttestationPlan plan)
    {
        try
        {
            var verified = new AttestationVerifier(plan.Sigstore.TrustedRoot).Verify(attestation, distribution.FileName.Text, distribution.Sha256);
            if (plan.Publisher is { } publisher && verified.Identity.Mismatch(publisher) is { } mismatch)
            {
                throw new AttestationException(mismatch);
            }
        }
        catch (AttestationException exception)
        {
            throw AttestationFailures.AttestationUnverified(plan.Sigstore, distribution, exception);
        }
    }
}
