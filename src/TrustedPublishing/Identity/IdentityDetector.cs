namespace TrustedPublishing.Identity;

/// <summary>
/// Detects the CI system of this job. Systems with variables of their own are checked before Google Cloud, because any of them may run on its
/// machines.
/// </summary>
internal static class IdentityDetector
{
    /// <summary>The CI system, or null outside CI; no token is requested yet.</summary>
    public static CiSystem? Detect(CiJob job, HttpClient http) =>
        (CiSystem?)GitHubActions.TryCreate(job, http)
        ?? (CiSystem?)GitLabCi.TryCreate(job)
        ?? (CiSystem?)CircleCi.TryCreate(job)
        ?? (CiSystem?)Buildkite.TryCreate(job)
        ?? GoogleCloud.TryCreate(job, http);

    /// <summary>The CI system if the index accepts its tokens, or null outside CI.</summary>
    /// <exception cref="PublishException">The index does not accept this system's tokens. Thrown before a token is requested.</exception>
    public static CiSystem? DetectFor(PackageIndex index, CiJob job, HttpClient http)
    {
        var system = Detect(job, http);
        return system is { AcceptedByPyPI: false } && index.IsPyPI ? throw IdentityFailures.IdentityProviderNotAccepted(system.Name, index) : system;
    }
}
