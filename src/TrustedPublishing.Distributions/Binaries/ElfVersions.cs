namespace TrustedPublishing.Distributions.Binaries;

/// <summary>
/// The symbol versions that an ELF file requires from other libraries (Linux Standard Base, section "Symbol Versioning"), each with an example
/// symbol. All values are offsets into the string table, so that the names can be read together.
/// </summary>
/// <param name="Library">The library's name.</param>
/// <param name="Version">The version's name.</param>
/// <param name="Symbol">A symbol's name; null if none was found.</param>
internal sealed record ElfVersions(ulong Library, ulong Version, ulong? Symbol)
{
    private const int MostVersions = 16 * 1024, MostImports = 1024 * 1024;

    public IEnumerable<ulong> Names => Symbol is { } symbol ? [Library, Version, symbol] : [Library, Version];

    public static IReadOnlyList<ElfVersions> Read(ElfImage image, IReadOnlyList<(ElfTag Tag, ulong Value)> dynamic)
    {
        if (Value(dynamic, ElfTag.NeededVersions) is not { } address)
        {
            return [];
        }

        var needs = Needs(image, image.OffsetOf(address), Value(dynamic, ElfTag.NeededVersionCount) ?? 0);
        var symbols = Imports(image, dynamic, needs.Select(need => need.Index).ToHashSet());
        return [.. needs.Select(need => new ElfVersions(need.Library, need.Version, symbols.TryGetValue(need.Index, out var symbol) ? symbol : null))];
    }

    private static List<(ulong Library, ulong Version, ushort Index)> Needs(ElfImage image, ulong offset, ulong libraries)
    {
        var needs = new List<(ulong, ulong, ushort)>();
        for (var i = 0UL; i < libraries; i++)
        {
            var library = image.Bytes(offset, 16);
            var (count, name, next) = (image.Number(library, 2, 2), image.Number(library, 4, 4), image.Number(library, 12, 4));
            var at = offset + image.Number(library, 8, 4);
            for (var j = 0UL; j < count; j++)
            {
                if (needs.Count == MostVersions)
                {
                    throw new UnreadableBinaryException($"it needs more than {MostVersions} symbol versions");
                }

                var version = image.Bytes(at, 16);
                needs.Add((name, image.Number(version, 8, 4), (ushort)image.Number(version, 6, 2)));
                if (image.Number(version, 12, 4) is not (> 0 and var step))
                {
                    break;
                }

                at += step;
            }

            if (next == 0)
            {
                break;
            }

            offset += next;
        }

        return needs;
    }

    /// <summary>One imported symbol per version. Imports come first in the symbol table.</summary>
    private static Dictionary<ushort, ulong> Imports(ElfImage image, IReadOnlyList<(ElfTag Tag, ulong Value)> dynamic, HashSet<ushort> indices)
    {
        var found = new Dictionary<ushort, ulong>();
        if (Value(dynamic, ElfTag.SymbolTable) is not { } symbols || Value(dynamic, ElfTag.SymbolVersions) is not { } versions)
        {
            return found;
        }

        var count = ImportCount(image, dynamic);
        var indexOfSymbol = image.Bytes(image.OffsetOf(versions), count * 2);
        var size = image.Is64 ? 24 : 16;
        var table = image.OffsetOf(symbols);
        for (var i = 1; i < count && found.Count < indices.Count; i++)
        {
            var index = (ushort)(image.Number(indexOfSymbol, i * 2, 2) & 0x7FFF);
            if (indices.Contains(index) && !found.ContainsKey(index))
            {
                found.Add(index, image.Number(image.Bytes(table + (ulong)(i * size), 4), 0, 4));
            }
        }

        return found;
    }

    /// <summary>The number of symbols before the exported ones; for the older kind of hash table, the total number.</summary>
    private static int ImportCount(ElfImage image, IReadOnlyList<(ElfTag Tag, ulong Value)> dynamic)
    {
        var table = Value(dynamic, ElfTag.GnuHash) ?? Value(dynamic, ElfTag.Hash);
        var count = table is { } address ? image.Number(image.Bytes(image.OffsetOf(address), 8), 4, 4) : 0;
        return (int)Math.Min(count, MostImports);
    }

    private static ulong? Value(IReadOnlyList<(ElfTag Tag, ulong Value)> dynamic, ElfTag tag) =>
        dynamic.Where(entry => entry.Tag == tag).Select(entry => (ulong?)entry.Value).FirstOrDefault();
}
