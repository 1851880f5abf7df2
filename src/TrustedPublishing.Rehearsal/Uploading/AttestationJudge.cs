using System.Text.Json.Nodes;
using TrustedPublishing.Rehearsal.Responses;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Checks attestations (PEP 740) as PyPI does, but with the trusted root of the embedded Sigstore instance.</summary>
internal sealed class AttestationJudge(AttestationPolicy policy, Func<SigstoreInstance> sigstore)
{
    private const int Maximum = 2;

    /// <summary>The provenance to serve (null for none), or why the attestations are rejected.</summary>
    public (string? Provenance, string? Complaint) Judge(string? field, UploadedContent content, RehearsalPublisher? publisher)
    {
        if (field is null || policy is AttestationPolicy.Ignored)
        {
            return (null, null);
        }

        if (publisher is null or RehearsalPublisher.ActiveState)
        {
            return (null, publisher is null
                ? "Attestations are only supported when using Trusted Publishing"
                : "Attestations are not currently supported with ActiveState publishers");
        }

        var (attestations, malformed) = AttestationShape.Read(field);
        return malformed is not null ? (null, $"Malformed attestations: {malformed}")
            : attestations is [] ? (null, "Malformed attestations: an empty attestation set is not permitted")
            : attestations!.Count > Maximum ? (null, $"A maximum of {Maximum} attestations per file are supported")
            : Statements(attestations, content, publisher) is { } complaint ? (null, complaint)
            : (Provenance(attestations, publisher), null);
    }

    private string? Statements(IReadOnlyList<JsonObject> attestations, UploadedContent content, RehearsalPublisher publisher)
    {
        HashSet<string> seen = [];
        foreach (var attestation in attestations)
        {
            var (type, complaint) = policy is AttestationPolicy.Verified
                ? AttestationVerification.Judge(attestation, content, publisher, sigstore().TrustedRoot)
                : WithoutSignature(attestation, content);
            if (complaint is not null)
            {
                return complaint;
            }

            if (!seen.Add(type!))
            {
                return $"Multiple attestations for the same file with the same predicate type ({type}) are not supported";
            }
        }

        return null;
    }

    private static (string?, string?) WithoutSignature(JsonObject attestation, UploadedContent content)
    {
        var (type, complaint) = AttestationStatement.Judge(attestation, content);
        return (type, complaint is null ? null : AttestationVerification.Unverified + complaint);
    }

    private static string Provenance(IReadOnlyList<JsonObject> attestations, RehearsalPublisher publisher) => PythonJson.Compact(new JsonObject
    {
        ["version"] = 1,
        ["attestation_bundles"] = new JsonArray(new JsonObject
        {
            ["publisher"] = Publisher(publisher),
            ["attestations"] = new JsonArray([.. attestations.Select(attestation => attestation.DeepClone())]),
        }),
    });

    private static JsonObject Publisher(RehearsalPublisher publisher) => publisher switch
    {
        RehearsalPublisher.GitHub github => new()
        {
            ["kind"] = "GitHub",
            ["repository"] = $"{github.Owner}/{github.Repository}",
            ["workflow"] = github.Workflow,
            ["environment"] = Given(github.Environment),
            ["claims"] = null,
        },
        RehearsalPublisher.GitLab gitlab => new()
        {
            ["kind"] = "GitLab",
            ["repository"] = $"{gitlab.Namespace}/{gitlab.Project}",
            ["workflow_filepath"] = gitlab.WorkflowPath,
            ["environment"] = Given(gitlab.Environment),
            ["claims"] = null,
        },
        _ => new() { ["kind"] = "Google", ["email"] = ((RehearsalPublisher.Google)publisher).Email, ["claims"] = null },
    };

    private static string? Given(string environment) => environment.Length == 0 ? null : environment;
}
