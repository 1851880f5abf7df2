namespace TrustedPublishing.Identity;

/// <summary>
/// Detects the CI system of this job. Systems with variables of their own are checked before Google Cloud, because any of them may run on its
/// machines.
/// </summary>
internal static class IdentityDetector
{
    /// <summary>The CI system, or null outside CI; no token is requested yet.</summary>
    public static CiSystem? Detect(PublishOptions options, HttpClient http) =>
        (CiSystem?)GitHubActions.TryCreate(options, http)
        ?? (CiSystem?)GitLabCi.TryCreate(options)
        ?? (CiSystem?)CircleCi.TryCreate(options)
        ?? (CiSystem?)Buildkite.TryCreate(options)
        ?? GoogleCloud.TryCreate(options, http);

    /// <summary>The CI system if the index accepts its tokens, or null outside CI.</summary>
    /// <exception cref="PublishException">The index does not accept this system's tokens. Thrown before a token is requested.</exception>
    public static CiSystem? DetectFor(PublishOptions options, HttpClient http)
    {
        var system = Detect(options, http);
        return system is { AcceptedByPyPI: false } && options.Index.IsPyPI ? throw IdentityFailures.IdentityProviderNotAccepted(system.Name, options.Index) : system;
    }
}
