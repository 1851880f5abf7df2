using TrustedPublishing.Distributions;

namespace TrustedPublishing.Sigstore;

/// <summary>
/// Checks whether the index will accept an attestation. A bad attestation fails the upload and a missing one cannot be added later, so it is verified
/// here as the index will verify it.
/// </summary>
internal static class AttestationCheck
{
    /// <exception cref="PublishException"><see cref="PublishFailure.AttestationFailed"/>: the index would reject it.</exception>
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
