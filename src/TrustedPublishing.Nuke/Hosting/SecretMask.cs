using System.Collections.Concurrent;
using TrustedPublishing.Nuke.Reporting;

namespace TrustedPublishing.Nuke.Hosting;

/// <summary>Hides a secret in everything that the CI system shows from now on, once: it is told again with each request.</summary>
internal static class SecretMask
{
    private static readonly ConcurrentDictionary<Secret, bool> Masked = [];

    /// <summary>The line that reveals the secret to the runner is the one that the runner does not show.</summary>
    public static void Apply(Secret secret)
    {
        if (Masked.TryAdd(secret, true))
        {
            BuildLog.Mask(secret);
        }
    }
}
