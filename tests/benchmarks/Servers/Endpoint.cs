namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>Where a client sends files, and with which credentials.</summary>
/// <param name="UploadUrl">The upload address.</param>
/// <param name="Token">An API token.</param>
/// <param name="Job">The environment of a CI job with Trusted Publishing; empty if there is only the API token.</param>
internal sealed record Endpoint(string UploadUrl, string Token, IReadOnlyDictionary<string, string> Job);
