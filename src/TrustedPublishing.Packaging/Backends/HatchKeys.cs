using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>Which of hatchling's settings are supported, and which of its hooks have no effect.</summary>
internal static class HatchKeys
{
    private static readonly string[] Places = ["build", "build.targets.wheel", "build.targets.sdist"];

    /// <summary>
    /// Files to which the <c>vcs</c> hook writes the version; they are shipped even if git ignores them. They are present in an unpacked sdist.
    /// </summary>
    public static IEnumerable<string> VersionFiles(TomlNode? build) => HookPlaces
        .Select(place => place.Split('.')[1..].Append("vcs").Append("version-file").Aggregate(build, (node, key) => node?.Find(key))?.Text)
        .OfType<string>();

    /// <summary>Whether a key is a table of hooks or targets, which are checked one by one.</summary>
    public static bool HoldsHooksOrTargets(string key) => key == "build.targets" || HookPlaces.Contains(key);

    private static readonly string[] HookPlaces = ["build.hooks", "build.targets.wheel.hooks", "build.targets.sdist.hooks"];

    public static readonly string[] Followed =
    [
        .. Places.SelectMany(place => HatchTarget.FileKeys.Concat(HatchTarget.OtherKeys).Select(key => $"{place}.{key}")),
        "metadata.allow-direct-references", "metadata.allow-ambiguous-features",
    ];

    /// <summary>
    /// Whether a table has no effect: settings of targets other than wheel and sdist, hooks that are off by default, and metadata hooks
    /// if no metadata remains to be computed.
    /// </summary>
    public static bool IsWithoutEffect(TomlNode node, string key, ProjectFolder folder, bool isVersionKnown, bool isAllKnown) =>
        (key.StartsWith("build.targets.", StringComparison.Ordinal) && key.Split('.')[2] is not ("wheel" or "sdist"))
        || (HookPlaces.Any(place => key.StartsWith(place + ".", StringComparison.Ordinal)) && node.Find("enable-by-default")?.Literal == "false")
        || (HookPlaces.Any(place => key == $"{place}.vcs") && isVersionKnown && node.Find("version-file")?.Text is { } file && folder.HasFile(file))
        || (key.StartsWith("metadata.hooks", StringComparison.Ordinal) && isAllKnown);
}
