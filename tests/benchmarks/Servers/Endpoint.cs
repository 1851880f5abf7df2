namespace TrustedPublishing.Benchmarks.Servers;

/// <summary>Where a client sends files, and as whom.</summary>
/// <param name="UploadUrl">The address that files are posted to.</param>
/// <param name="Token">An API token.</param>
/// <param name="Job">The environment of a CI job with Trusted Publishing; empty: there is only the API token.</param>
internal sealed record Endpoint(string UploadUrl, string Token, IReadOnlyDictionary<string, string> Job);
