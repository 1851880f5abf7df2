namespace TrustedPublishing.Identity;

/// <summary>Buildkite: its agent provides the token (<see href="https://buildkite.com/docs/agent/v3/cli-oidc"/>).</summary>
internal sealed class Buildkite(PublishOptions options) : CiSystem(options)
{
    public override string Name => "Buildkite";

    public override string Source => "buildkite-agent oidc request-token";

    public override bool AcceptedByPyPI => false;

    public static Buildkite? TryCreate(PublishOptions options) => IsOn(options, "BUILDKITE") ? new(options) : null;

    protected override Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken) =>
        IdentityProgram.RunAsync(this, Options, "buildkite-agent", ["oidc", "request-token", "--audience", audience], cancellationToken);
}
