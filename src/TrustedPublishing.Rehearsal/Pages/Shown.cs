using System.Globalization;
using TrustedPublishing.Rehearsal.Markup;

namespace TrustedPublishing.Rehearsal.Pages;

/// <summary>Formats values for the pages.</summary>
internal static class Shown
{
    public static Html Time(DateTimeOffset time) => Html.Format(
        $"""<time datetime="{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC</time>""");

    /// <summary>A size as PyPI shows it, in powers of 1000.</summary>
    public static string Size(long bytes) => bytes switch
    {
        1 => "1 byte",
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>An external link; just the text if PyPI does not turn the address into a link (<c>is_valid_uri</c>).</summary>
    public static Html Outside(string address, string text) => IsLink(address)
        ? Html.Format($"""<a href="{address}" rel="nofollow noreferrer">{text}</a>""")
        : Html.Text(text);

    public static bool IsLink(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;
}
