using System.Collections.Concurrent;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>Hides a secret in everything that the CI system shows from now on; repeated calls for the same secret do nothing.</summary>
internal static class SecretMask
{
    private static readonly ConcurrentDictionary<Secret, bool> Masked = [];

    /// <summary>The runner does not show the line that reveals the secret to it.</summary>
    public static void Apply(Secret secret)
    {
        if (Masked.TryAdd(secret, true))
        {
            BuildLog.Mask(secret);
        }
    }
}
