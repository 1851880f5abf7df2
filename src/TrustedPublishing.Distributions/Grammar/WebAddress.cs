using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// Whether PyPI accepts an address for <c>Home-page</c>, <c>Download-URL</c> and <c>Project-URL</c>: scheme http or https; no host is required. It
/// normalises before it validates, so an unparsable authority counts as none, and most unusual characters count as escaped.
/// </summary>
internal static partial class WebAddress
{
    public static bool IsValid(string text)
    {
        var match = Parts().Match(text);
        return match.Groups["scheme"].Value.ToLowerInvariant() is "http" or "https"
            && !match.Groups["path"].Value.AsSpan().ContainsAny('[', ']')
            && !match.Groups["query"].Value.AsSpan().ContainsAny('[', ']')
            && HasPossiblePort(match.Groups["authority"].Value);
    }

    private static bool HasPossiblePort(string authority) =>
        Port().Match(authority) is not { Success: true, Groups: [_, var port, ..] } || int.Parse(port.Value, CultureInfo.InvariantCulture) <= ushort.MaxValue;

    [GeneratedRegex(@"\A(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?(?://(?<authority>[^\\/?#]*))?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?")]
    private static partial Regex Parts();

    /// <summary>A valid authority with a port.</summary>
    [GeneratedRegex(@"\A(?:(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[A-Fa-f0-9]{2})+@)?(?:(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})\n?\z")]
    private static partial Regex Port();
}
