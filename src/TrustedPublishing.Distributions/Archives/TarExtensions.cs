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
