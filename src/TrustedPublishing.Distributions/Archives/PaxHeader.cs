using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>The records of a pax extended header (POSIX.1-2001): <c>length key=value</c> and a line feed.</summary>
internal static class PaxHeader
{
    private const int LongestLength = 20;
    private const int ShortestRecord = 5;

    /// <summary>Adds the records to <paramref name="values"/>; false when they are not well-formed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> content, IDictionary<string, string> values)
    {
        while (!content.IsEmpty && content[0] != 0)
        {
            if (!TryTake(ref content, out var record) || record.IndexOf((byte)'=') is not (> 0 and var equals) || record[^1] != '\n')
            {
                return false;
            }

            values[Encoding.UTF8.GetString(record[..equals])] = Encoding.UTF8.GetString(record[(equals + 1)..^1]);
        }

        return true;
    }

    /// <summary>Whether the records describe a sparse file.</summary>
    public static bool IsSparse(IReadOnlyDictionary<string, string> values) =>
        values.ContainsKey("GNU.sparse.map") || values.ContainsKey("GNU.sparse.size")
        || (values.GetValueOrDefault("GNU.sparse.major") == "1" && values.GetValueOrDefault("GNU.sparse.minor") == "0");

    private static bool TryTake(ref ReadOnlySpan<byte> content, out ReadOnlySpan<byte> record)
    {
        record = default;
        var space = content[..Math.Min(content.Length, LongestLength + 1)].IndexOf((byte)' ');
        if (space <= 0 || !int.TryParse(content[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length < ShortestRecord || length <= space + 1 || length > content.Length)
        {
            return false;
        }

        record = content[(space + 1)..length];
        content = content[length..];
        return true;
    }
}
