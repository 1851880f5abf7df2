using System.Globalization;

namespace TrustedPublishing.Nuke.Reporting;

/// <summary>Formats sizes.</summary>
internal static class Sizes
{
    /// <summary>Bytes with a decimal unit, for example <c>4.2 kB</c>.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.00} GB"),
    };
}
