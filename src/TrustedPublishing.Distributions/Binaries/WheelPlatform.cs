namespace TrustedPublishing.Distributions.Binaries;

/// <summary>The binaries of one wheel, and the platform tags that are valid for all of them.</summary>
internal sealed class WheelPlatform
{
    private readonly List<(string Path, BinarySupport Support)> binaries;

    /// <summary>Collects all binaries of the wheel.</summary>
    /// <param name="files">Every binary with its path in the wheel.</param>
    /// <param name="names">The paths of all files of the wheel.</param>
    public WheelPlatform(IReadOnlyCollection<(string Path, NativeBinary Binary)> files, IEnumerable<string> names)
    {
        var libraries = names.Select(name => name[(name.LastIndexOf('/') + 1)..])
            .Concat(files.Select(file => (file.Binary as ElfBinary)?.SoName).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        binaries = [.. files.Select(file => (file.Path, Support: BinarySupport.FromBinary(file.Binary, libraries.Contains)!)).Where(file => file.Support is not null)];
    }

    /// <summary>Whether nothing in the wheel is platform-specific.</summary>
    public bool IsPure => binaries.Count == 0;

    /// <summary>The paths of the platform-specific binaries.</summary>
    public IReadOnlyList<string> Paths => [.. binaries.Select(binary => binary.Path)];

    /// <summary>Problems of individual binaries.</summary>
    public IReadOnlyList<(string Path, BinaryProblem Problem)> Problems =>
        [.. binaries.SelectMany(binary => binary.Support.Problems.Select(problem => (binary.Path, problem)))];

    /// <summary>Warnings about individual binaries.</summary>
    public IReadOnlyList<(string Path, BinaryProblem Problem)> Warnings =>
        [.. binaries.SelectMany(binary => binary.Support.Warnings.Select(problem => (binary.Path, problem)))];

    /// <summary>
    /// The lowest tags that are valid for all binaries; empty for a pure wheel, or if the binaries have no system in common.
    /// Both Mac architectures together are <c>universal2</c>.
    /// </summary>
    public IReadOnlyList<PlatformTag> Tags
    {
        get
        {
            var common = binaries.SelectMany(binary => binary.Support.Systems.Select(system => system.Tag))
                .GroupBy(tag => (tag.Family, tag.Architecture))
                .Where(group => binaries.TrueForAll(binary => binary.Support.Systems.Any(system => IsOf(system.Tag, group.Key))))
                .Select(group => group.MaxBy(tag => tag.Oldest)!)
                .OrderBy(tag => tag.ToString(), StringComparer.Ordinal)
                .ToList();
            var (intel, apple) = (common.Find(tag => IsOf(tag, (PlatformTag.MacOS, "x86_64"))), common.Find(tag => IsOf(tag, (PlatformTag.MacOS, "arm64"))));
            return intel is null || apple is null ? common : [Universal(intel.Oldest, apple.Oldest)];
        }
    }

    /// <summary>The first two binaries without a common system.</summary>
    public (string Path, string Systems, string OtherPath, string OtherSystems)? Disagreement
    {
        get
        {
            var usable = binaries.Where(binary => binary.Support.Systems.Count > 0).ToList();
            var pairs = from one in usable
                        from other in usable
                        where !one.Support.Systems.Any(system => other.Support.Systems.Any(tag => IsOf(tag.Tag, (system.Tag.Family, system.Tag.Architecture))))
                        select (one.Path, Text(one.Support), other.Path, Text(other.Support));
            return Tags.Count > 0 ? null : pairs.Select(pair => ((string, string, string, string)?)pair).FirstOrDefault();
        }
    }

    /// <summary>The first binary that does not support a tag, with the reason; null if all do.</summary>
    public (string Path, string Reason)? BreaksPromise(PlatformTag tag)
    {
        foreach (var (path, support) in binaries.Where(binary => binary.Support.Systems.Count > 0))
        {
            foreach (var promised in tag.Each())
            {
                var system = support.Systems.FirstOrDefault(system => IsOf(system.Tag, (promised.Family, promised.Architecture)));
                if (system is null || !promised.IsWithin(system.Tag))
                {
                    return (path, system is null ? $"is for {Text(support)}" : $"{system.Reason}, as {system.Tag} says");
                }
            }
        }

        return null;
    }

    private static bool IsOf(PlatformTag tag, (string Family, string Architecture) kind) => (tag.Family, tag.Architecture) == kind;

    /// <summary>Macs with arm64 started with macOS 11, so a lower version in the tag can only apply to Intel Macs.</summary>
    private static PlatformTag Universal(Version intel, Version apple) =>
        new(PlatformTag.MacOS, apple > new Version(11, 0) ? PlatformTag.Later(intel, apple) : intel, "universal2");

    private static string Text(BinarySupport support) => string.Join(" or ", support.Systems.Select(system => system.Tag));
}
