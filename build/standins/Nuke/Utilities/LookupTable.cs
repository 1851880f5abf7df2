using System.Collections;

namespace Nuke.Common.Utilities.Collections;

public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
{
    private readonly Dictionary<TKey, List<TValue>> _values;

    public LookupTable() => _values = [];

    public LookupTable(IEqualityComparer<TKey> comparer) => _values = new(comparer);

    public int Count => AsLookup().Count;

    public IEnumerable<TValue> this[TKey key]
    {
        get => AsLookup()[key];
        set => _values[key] = value.ToList();
    }

    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!_values.TryGetValue(key, out var list))
            _values[key] = list = [];
        list.AddRange(values);
    }

    public void Remove(TKey key) => _values.Remove(key);

    public void Remove(TKey key, TValue value) => _values.GetValueOrDefault(key)?.Remove(value);

    public void Clear() => _values.Clear();

    public bool Contains(TKey key) => _values.ContainsKey(key);

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() => AsLookup().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ILookup<TKey, TValue> AsLookup()
        => _values.SelectMany(x => x.Value, (pair, value) => (pair.Key, value)).ToLookup(x => x.Key, x => x.value);
}
