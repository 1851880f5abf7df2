using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>The content of an attestation, from its certificate and the publisher recorded by the index.</summary>
/// <param name="Facts">In display order; null or empty values are absent.</param>
internal sealed record AttestationView(IReadOnlyList<(string Name, string? Value)> Facts)
{
    /// <summary>
    /// The attestations of a provenance object. An index that does not verify them can store unparsable ones, which are shown as such.
    /// </summary>
    public static IReadOnlyList<AttestationView> Read(string provenance)
    {
        try
        {
            var publisher = JsonNode.Parse(provenance)?["attestation_bundles"]?[0]?["publisher"] as JsonObject;
            return [.. Attestation.ParseProvenance(provenance).Select(attestation => Read(attestation, publisher))];
        }
        catch (Exception exception) when (exception is AttestationException or JsonException or InvalidOperationException)
        {
            return [new([("Unreadable", exception.Message)])];
        }
    }

    private static AttestationView Read(Attestation attestation, JsonObject? publisher)
    {
        using var certificate = LeafCertificate.Read(attestation.Certificate.Span);
        var identity = certificate.Identity();
        return new(
        [
            ("Publisher", Text(publisher, "kind")),
            ("Repository", Text(publisher, "repository") ?? Text(publisher, "email")),
            ("Workflow", Text(publisher, "workflow") ?? Text(publisher, "workflow_filepath")),
            ("Environment", Text(publisher, "environment")),
            ("Commit", identity.Commit),
            ("Branch or tag", identity.Ref),
            ("Workflow as signed", identity.Workflow),
            ("Kind", Text(JsonNode.Parse(attestation.Statement.Span) as JsonObject, "predicateType")),
            ("Log entry", attestation.LogIndex.ToString(CultureInfo.InvariantCulture)),
            ("Logged", attestation.LoggedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
            ("Signer", identity.Issuer),
        ]);
    }

    private static string? Text(JsonObject? from, string name) => from?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
