using System.Text.Json.Nodes;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Verifies an attestation as pypi-attestations does: against the trusted root, for the token's publisher and the uploaded file.</summary>
internal static class AttestationVerification
{
    public const string Unverified = "Could not verify the uploaded artifact using the included attestation: Verification failed: ";

    private const string Unknown = "Unknown error while trying to verify included attestations: ";

    /// <summary>The predicate type, or the server's message if the verification fails.</summary>
    public static (string? PredicateType, string? Complaint) Judge(JsonObject attestation, UploadedContent content, RehearsalPublisher publisher, TrustedRoot root)
    {
        if (Parse(attestation) is not { } parsed)
        {
            return (null, Unknown + "invalid transparency log entry"); // the shape is known to be right, so what cannot be read is the entry
        }

        try
        {
            var verified = new AttestationVerifier(root).Verify(parsed, content.FileName, content.Sha256);
            return Mismatch(verified.Identity, publisher) is { } mismatch ? (null, Unverified + mismatch) : (verified.PredicateType, null);
        }
        catch (AttestationException exception)
        {
            return (null, (exception.IsMalformed ? Unknown : Unverified) + exception.Message);
        }
    }

    private static Attestation? Parse(JsonObject attestation)
    {
        try
        {
            return Attestation.Parse(attestation.ToJsonString());
        }
        catch (AttestationException)
        {
            return null;
        }
    }

    private static string? Mismatch(SigningIdentity identity, RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => identity.Mismatch(new() { Owner = github.Owner, Repository = github.Repository, Workflow = github.Workflow }),
        RehearsalPublisher.GitLab gitlab => identity.Mismatch(new()
        {
            Provider = PublisherProvider.GitLab, Owner = gitlab.Namespace, Repository = gitlab.Project, Workflow = gitlab.WorkflowPath,
        }),
        RehearsalPublisher.Google google when identity.Subject == google.Email && identity.Issuer == Identity.Issuers.Google => null,
        _ => $"Certificate's SANs do not match {((RehearsalPublisher.Google)publisher).Email}; actual SANs: {{'{identity.Subject}'}}",
    };
}
