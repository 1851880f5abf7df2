using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>The values from the extended headers of a tar member. As in Python, the first value of a key wins.</summary>
internal sealed class TarExtensions
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Whether there was an extended header, so that a header must follow.</summary>
    public bool Pending { get; private set; }

    /// <summary>Adds the value of one key.</summary>
    public void Add(string key, string value)
    {
        Follow();
        values.TryAdd(key, value);
    }

    /// <summary>Adds the records of a pax header.</summary>
    public bool Add(Dictionary<string, string> records)
    {
        foreach (var (key, value) in records)
        {
            values.TryAdd(key, value);
        }

        return Follow();
    }

    /// <summary>Records that a header must follow.</summary>
    public bool Follow() => Pending = true;

    /// <summary>All values; global values apply where the member has none of its own.</summary>
    public Dictionary<string, string> Over(Dictionary<string, string> global)
    {
        foreach (var (key, value) in global)
        {
            values.TryAdd(key, value);
        }

        return values;
    }
}

/// <summary>The records of a pax extended header (POSIX.1-2001): <c>length key=value</c> and a line feed.</summary>
internal static class PaxHeader
{
    private const int LongestLength = 20;
    private const int ShortestRecord = 5;

    /// <summary>Adds the records to <paramref name="values"/>; returns false if they are malformed.</summary>
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
