using Nuke.Common.CI.GitHubActions;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Hides a secret in everything that the CI system shows from now on.</summary>
internal static class SecretMask
{
    /// <summary>The line that reveals the secret to the runner is the one that the runner does not show. Other CI systems have no such command.</summary>
    public static void Apply(Secret secret) => GitHubActions.Instance?.WriteCommand("add-mask", secret.Reveal());
}
