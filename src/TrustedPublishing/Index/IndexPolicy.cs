using TrustedPublishing.Distributions;

namespace TrustedPublishing.Index;

/// <summary>
/// PyPI's policy, unlike the rules that make a distribution unusable, applies to PyPI alone: other indexes accept local versions, custom platform
/// tags and larger files. For those indexes, a violation is only a warning.
/// </summary>
internal static class IndexPolicy
{
    /// <summary>The finding with its severity for an index.</summary>
    public static Finding On(PackageIndex index, Finding finding) => !finding.IsPolicy || index.Profile.HasPyPIPolicy || finding.Severity != FindingSeverity.Error ? finding
        : finding with
        {
            Severity = FindingSeverity.Warning,
            Remedy = $"{finding.Remedy} PyPI rejects this; {index.Name} has its own policy. To skip these checks, use `--pypi-preflight Off`.",
        };
}
