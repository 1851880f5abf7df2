using System.Globalization;
using System.Text;

namespace TrustedPublishing.Distributions.Archives;

/// <summary>What the extended headers before a member of a tar archive say about it. The first that says something wins, as in Python.</summary>
internal sealed class TarExtensions
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Whether there was one, so that a header has to follow.</summary>
    public bool Pending { get; private set; }

    /// <summary>Takes a value of one key.</summary>
    public void Add(string key, string value)
    {
        Follow();
        values.TryAdd(key, value);
    }

    /// <summary>Takes the records of a pax header.</summary>
    public bool Add(Dictionary<string, string> records)
    {
        foreach (var (key, value) in records)
        {
            values.TryAdd(key, value);
        }

        return Follow();
    }

    /// <summary>Notes that a header has to follow.</summary>
    public bool Follow() => Pending = true;

    /// <summary>All values, with the global ones where a member has none of its own.</summary>
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
