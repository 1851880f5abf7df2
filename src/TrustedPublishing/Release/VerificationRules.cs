using System.Globalization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Index;

namespace TrustedPublishing.Release;

/// <summary>Compares a file with its entry in the index's listing. Values that the index does not list are not compared.</summary>
internal static class VerificationRules
{
    /// <param name="distribution">The file.</param>
    /// <param name="there">The listed file with the same name.</param>
    /// <param name="hasSameBytes">Whether the content was compared and is identical.</param>
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

    /// <summary>Removes white space, which has no meaning in version specifiers.</summary>
    private static string Bare(string? specifier) => string.Concat((specifier ?? "").Where(c => !char.IsWhiteSpace(c)));
}
