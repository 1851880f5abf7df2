namespace TrustedPublishing.Identity;

/// <summary>Buildkite: its agent provides the token (<see href="https://buildkite.com/docs/agent/v3/cli-oidc"/>).</summary>
internal sealed class Buildkite(CiJob job) : CiSystem(job)
{
    public override string Name => "Buildkite";

    public override string Source => "buildkite-agent oidc request-token";

    public override bool AcceptedByPyPI => false;

    public static Buildkite? TryCreate(CiJob job) => job.IsOn("BUILDKITE") ? new(job) : null;

    protected override Task<Secret> RequestAsync(string audience, IProgress<PublishProgress>? progress, CancellationToken cancellationToken) =>
        IdentityProgram.RunAsync(this, Job, "buildkite-agent", ["oidc", "request-token", "--audience", audience], cancellationToken);
}
