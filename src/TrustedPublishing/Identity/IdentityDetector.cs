namespace TrustedPublishing.Identity;

/// <summary>Which CI system this job runs in. Systems that name themselves come before Google Cloud, on whose machines any of them may run.</summary>
internal static class IdentityDetector
{
    /// <summary>The CI system, or null outside CI; nothing is asked for yet.</summary>
    public static CiSystem? Detect(PublishOptions options, HttpClient http) =>
        (CiSystem?)GitHubActions.TryCreate(options, http)
        ?? (CiSystem?)GitLabCi.TryCreate(options)
        ?? (CiSystem?)CircleCi.TryCreate(options)
        ?? (CiSystem?)Buildkite.TryCreate(options)
        ?? GoogleCloud.TryCreate(options, http);

    /// <summary>The CI system whose tokens the index accepts, or null outside CI.</summary>
    /// <exception cref="PublishException">The index does not accept this system's tokens: said before one is asked for.</exception>
    public static CiSystem? DetectFor(PublishOptions options, HttpClient http)
    {
        var system = Detect(options, http);
        return system is { AcceptedByPyPI: false } && options.Index.IsPyPI ? throw IdentityFailures.IdentityProviderNotAccepted(system.Name, options.Index) : system;
    }
}
