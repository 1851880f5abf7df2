using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>Simulates the CI system: identifies running jobs by their request tokens and issues their identity tokens.</summary>
internal sealed class IdentityIssuer(RehearsalOptions options, SigningKeys keys)
{
    private readonly ConcurrentDictionary<string, RehearsalJob> jobs = new(StringComparer.Ordinal);

    public SigningKeys Keys => keys;

    /// <summary>Starts a job and returns the token with which it may request its identity token.</summary>
    public string Start(RehearsalJob job)
    {
        var requestToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        jobs[requestToken] = job;
        return requestToken;
    }

    public RehearsalJob? Job(string requestToken) => jobs.GetValueOrDefault(requestToken);

    /// <summary>An identity token for a job. Without an audience, GitHub uses the owner's URL.</summary>
    public string Issue(RehearsalJob job, string? audience) =>
        Issue(JobClaims.Create(job), audience ?? $"https://github.com/{job.Owner}");

    public string Issue(IReadOnlyDictionary<string, object?> claims, string audience) =>
        keys.Sign(TokenPayload.Json(claims, audience, options.Time.GetUtcNow() + options.Faults.ClockSkew, options.IdentityLife));
}
