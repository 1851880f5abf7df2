using TrustedPublishing.Identity;

namespace TrustedPublishing.TokenExchange;

/// <summary>Authorizes a release: with configured credentials, or else with the identity of the CI job.</summary>
internal sealed class Authorization(ConfiguredCredentials configured, ExchangeTarget target, CiJob job, HttpClient http)
{
    /// <summary>Checks that a credential is available, without sending a request. An invalid credential is detected when it is used.</summary>
    /// <exception cref="PublishException"><see cref="PublishFailure.NoCredentials"/>: none is configured, and this is not a CI job with an
    /// identity.</exception>
    public void ThrowIfNone()
    {
        if (NeedsIdentity() is null)
        {
            throw IdentityFailures.NoCredentials(target.Index);
        }
    }

    /// <summary>Requests the audience of identity tokens ahead of the exchange; null if no identity is needed.</summary>
    public Task<string>? PrefetchAudience(IProgress<PublishProgress> progress, CancellationToken cancellationToken) =>
        NeedsIdentity() is true ? Task.Run(() => TokenExchanger.AudienceAsync(target.Index, http, job.Time, progress, cancellationToken), cancellationToken) : null;

    /// <summary>Obtains the credential.</summary>
    /// <param name="project">The project's name, for the registration link in failures; null if it is unknown.</param>
    /// <param name="audience">The audience, if it was already requested.</param>
    /// <param name="progress">Receives events.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="PublishException">No credential is available, or the exchange failed.</exception>
    public async Task<CredentialSource> OpenAsync(string? project, Task<string>? audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        if (configured.For(target.Index, job.OnSecret) is { } given)
        {
            return CredentialSource.Given(target.Index, given);
        }

        var system = Detect() ?? throw IdentityFailures.NoCredentials(target.Index);
        var exchanger = new TokenExchanger(target with { Project = project }, system, http, job.Time, job.OnSecret, progress) { Audience = audience };
        var burner = new TokenBurner(target.Index, http, job.Time);
        return await CredentialSource.ExchangeAsync(target.Index, job, exchanger, burner, cancellationToken);
    }

    private CiSystem? Detect() => IdentityDetector.DetectFor(target.Index, job, http);

    /// <summary>Null if there is neither a credential nor an identity. Invalid credentials count as configured; they are reported when they are used.</summary>
    private bool? NeedsIdentity()
    {
        try
        {
            return configured.For(target.Index, job.OnSecret) is not null ? false : Detect() is not null ? true : null;
        }
        catch (PublishException)
        {
            return false;
        }
    }
}
