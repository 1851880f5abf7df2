using System.Text.Json;

namespace TrustedPublishing.Identity;

/// <summary>
/// CircleCI: its command-line tool issues tokens for custom audiences (<see href="https://circleci.com/docs/openid-connect-tokens/"/>).
/// </summary>
internal sealed class CircleCi(CiJob job) : CiSystem(job)
{
    public override string Name => "CircleCI";

    public override string Source => "circleci run oidc get";

    public override bool AcceptedByPyPI => false;

    public static CircleCi? TryCreate(CiJob job) => job.IsOn("CIRCLECI") ? new(job) : null;

    protected override Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var claims = JsonSerializer.Serialize(new(audience), IdentityJson.Default.CircleCiClaims);
        return IdentityProgram.RunAsync(this, Job, "circleci", ["run", "oidc", "get", "--claims", claims, "--root-issuer"], cancellationToken);
    }
}
