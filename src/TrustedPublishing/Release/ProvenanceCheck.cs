using System.Net;
using TrustedPublishing.Distributions;
using TrustedPublishing.Http;
using TrustedPublishing.Index;
using TrustedPublishing.Output;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing.Release;

/// <summary>Compares the attestations that were uploaded with a file with those that the index serves for it (PEP 740, Integrity API).</summary>
internal sealed class ProvenanceCheck(PackageIndex index, SimpleApiCredentials credentials, HttpClient http, TimeProvider time, Action<Finding> warn)
{
    /// <summary>
    /// Returns true if the attestations are served, or cannot be compared (which causes a warning); false if they are not served yet.
    /// </summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.VerificationFailed"/>: the index serves different attestations.</exception>
    public async Task<bool> SettleAsync(PlannedFile file, IndexFile there, CancellationToken cancellationToken)
    {
        if (file.Attestations.Count == 0)
        {
            return true;
        }

        if (there.Provenance is not { } url)
        {
            warn(AttestationFailures.WithoutProvenance(file.Distribution));
            return true;
        }

        var answer = await HttpRetry.Pipeline(time, $"reading {Redacted.Url(url)}", null).ExecuteAsync(
            async token =>
            {
                using var request = Request(url);
                return await http.AskAsync(request, HttpClients.ShortDeadline, time, token);
            },
            cancellationToken);
        return answer.Status is HttpStatusCode.OK && Compare(file, url, answer.Body);
    }

    private HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd("application/vnd.pypi.integrity.v1+json, application/json;q=0.5");
        request.Headers.CacheControl = new() { NoCache = true };
        request.Headers.Authorization = credentials.For(url);
        return request;
    }

    private bool Compare(PlannedFile file, Uri url, string body)
    {
        if (Read(body) is not { } served)
        {
            warn(AttestationFailures.ProvenanceUnreadable(file.Distribution, url));
            return true;
        }

        foreach (var ours in file.Attestations)
        {
            if (!served.Any(ours.IsSameAs))
            {
                var others = served.Count == 0 ? "absent" : string.Join(", ", served.Select(other => other.Summary));
                throw ReleaseFailures.VerificationFailed(index, [ReleaseFailures.Differs(file.Distribution, "attestation", ours.Summary, others)]);
            }
        }

        return true;
    }

    private static IReadOnlyList<Attestation>? Read(string body)
    {
        try
        {
            return Attestation.ParseProvenance(body);
        }
        catch (AttestationException)
        {
            return null;
        }
    }
}
