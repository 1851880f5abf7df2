using System.Globalization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Index;

namespace TrustedPublishing.Release;

/// <summary>Compares a file with what the index lists for it. What the index does not say is not compared.</summary>
internal static class VerificationRules
{
    /// <param name="distribution">The file.</param>
    /// <param name="there">What is listed under its name.</param>
    /// <param name="hasSameBytes">Whether the bytes were compared and agree.</param>
    public static IEnumerable<Finding> Check(Distribution distribution, IndexFile there, bool hasSameBytes)
    {
        if (!hasSameBytes)
        {
            yield return ReleaseFailures.Differs(distribution, "SHA-256", distribution.Sha256, there.Sha256 ?? "not given, and that of other bytes");
        }

        if (there.Size is { } size && size != distribution.Size)
        {
            yield return ReleaseFailures.Differs(distribution, "size", Number(distribution.Size), Number(size));
        }

        var here = distribution.Metadata.Get("Requires-Python");
        switch ((Bare(here), Bare(there.RequiresPython)))
        {
            case ("", "") or ("UNKNOWN", ""):
                break;
            case (_, ""):
                yield return ReleaseFailures.RequiresPythonNotListed(distribution, here!);
                break;
            case var (ours, theirs) when ours != theirs:
                yield return ReleaseFailures.Differs(distribution, "Requires-Python", here ?? "absent", there.RequiresPython!);
                break;
        }
    }

    private static string Number(long bytes) => bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>White space has no meaning in a version specifier.</summary>
    private static string Bare(string? specifier) => string.Concat((specifier ?? "").Where(c => !char.IsWhiteSpace(c)));
}
