using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// PyPI's policy, as opposed to what makes a distribution unusable, binds PyPI alone: other indexes take local versions, their own platform
/// tags and larger files. There it is only worth a warning.
/// </summary>
internal static class IndexPolicy
{
    /// <summary>The finding as it counts on an index.</summary>
    public static Finding On(PackageIndex index, Finding finding) => !finding.IsPolicy || index.Profile.HasPyPIPolicy || finding.Severity != FindingSeverity.Error ? finding
        : finding with
        {
            Severity = FindingSeverity.Warning,
            Remedy = $"{finding.Remedy} PyPI rejects this; {index.Name} has its own policy. To skip these checks, use `--pypi-preflight Off`.",
        };
}
