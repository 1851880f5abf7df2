using TrustedPublishing.Distributions.Binaries;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Platforms;

/// <summary>
/// Turns the project's files and the platform-specific files into wheels, with platform tags that are valid for every binary in them.
/// </summary>
internal sealed class WheelVariants(IReadOnlyList<WheelFile> common, FindingList complaints, ICollection<PackagingFinding> warnings)
{
    /// <summary>The platform-independent wheel; a native binary in it is rejected.</summary>
    public WheelVariant Pure()
    {
        var platform = Platform(common);
        foreach (var path in platform.Paths)
        {
            complaints.Add(Diagnostics.NativeInPureWheel(path));
        }

        return new([WheelVariant.AnyPlatform], common);
    }

    /// <summary>One wheel for each runtime identifier.</summary>
    /// <param name="platforms">The additional files of the wheel for each runtime identifier.</param>
    /// <param name="overrides">A stricter platform tag than the computed one for some runtime identifiers.</param>
    public IReadOnlyList<WheelVariant> ForPlatforms(
        IReadOnlyDictionary<string, IReadOnlyList<WheelFile>> platforms, IReadOnlyDictionary<string, string> overrides)
    {
        var variants = platforms.OrderBy(platform => platform.Key, StringComparer.Ordinal)
            .Select(platform => (platform.Key, Variant: ForPlatform(platform.Key, platform.Value, overrides.GetValueOrDefault(platform.Key)))).ToList();
        foreach (var same in variants.Where(variant => variant.Variant is not null).GroupBy(variant => variant.Variant!.Tag).Where(group => group.Count() > 1))
        {
            complaints.Add(Diagnostics.SameWheel([.. same.Select(variant => variant.Key)], same.Key));
        }

        foreach (var unknown in overrides.Keys.Except(platforms.Keys))
        {
            complaints.Add(Diagnostics.OverrideWithoutPlatform(unknown));
        }

        return [.. variants.Select(variant => variant.Variant).OfType<WheelVariant>()];
    }

    private WheelVariant? ForPlatform(string runtime, IReadOnlyList<WheelFile> further, string? given)
    {
        if (RuntimeIdentifier.TryParse(runtime) is not { } identifier)
        {
            complaints.Add(Diagnostics.UnknownRuntime(runtime));
            return null;
        }

        if (further.Count == 0)
        {
            complaints.Add(Diagnostics.NoFilesForPlatform(runtime));
            return null;
        }

        // A module that the project already contains is not generated.
        var own = common.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        List<WheelFile> added = [.. further.Where(file => file.Source is not null || !own.Contains(file.Path))];
        SourceFileChecks.Check([.. added.Select(file => (file.Source, file.Path))], complaints, own);
        IReadOnlyList<WheelFile> files = [.. common.Concat(added).OrderBy(file => file.Path, StringComparer.Ordinal)];
        var before = complaints.All.Count;
        var platform = Platform(files);
        if (complaints.All.Count > before)
        {
            return null;
        }

        foreach (var (path, warning) in platform.Warnings)
        {
            warnings.Add(Diagnostics.OfBinary(path, warning));
        }

        return Tags(identifier, platform, given) is { } tags ? new(tags, files) : null;
    }

    private IReadOnlyList<string>? Tags(RuntimeIdentifier identifier, WheelPlatform platform, string? given)
    {
        if (platform.Problems.Count > 0)
        {
            platform.Problems.ToList().ForEach(problem => complaints.Add(Diagnostics.OfBinary(problem.Path, problem.Problem)));
            return null;
        }

        if (identifier.Family is null || platform.IsPure)
        {
            platform.Paths.ToList().ForEach(path => complaints.Add(Diagnostics.NativeForAny(path)));
            complaints.AddIf(platform.IsPure && identifier.Family is not null, () => Diagnostics.NothingNative(identifier.Text));
            return [WheelVariant.AnyPlatform];
        }

        if (platform.Disagreement is { } disagreement)
        {
            complaints.Add(Diagnostics.BinariesDisagree(disagreement.Path, disagreement.Systems, disagreement.OtherPath, disagreement.OtherSystems));
            return null;
        }

        if (!platform.Tags.Any(identifier.Has))
        {
            complaints.Add(Diagnostics.OtherPlatform(identifier.Text, platform.Paths[0], platform.Tags));
            return null;
        }

        return given is null ? [.. platform.Tags.Select(tag => tag.ToString())] : Stricter(given, platform, identifier);
    }

    /// <summary>An override may be stricter than the binaries require, but not more permissive.</summary>
    private IReadOnlyList<string>? Stricter(string given, WheelPlatform platform, RuntimeIdentifier identifier)
    {
        if (!PlatformTag.TryParse(given, out var tag) || !identifier.Has(tag))
        {
            complaints.Add(Diagnostics.UnusableOverride(identifier.Text, given, platform.Tags));
            return null;
        }

        if (platform.BreaksPromise(tag) is { } broken)
        {
            complaints.Add(Diagnostics.OverrideTooWide(identifier.Text, given, broken.Path, broken.Reason));
            return null;
        }

        return [given];
    }

    private WheelPlatform Platform(IReadOnlyList<WheelFile> files)
    {
        var read = files.Where(file => file.Source is not null).Select(file => (file.Source!, file.Path));
        return new(SourceFileChecks.Binaries(read, complaints), files.Select(file => file.Path));
    }
}
