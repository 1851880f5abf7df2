using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>Which of hatchling's settings are followed, and which of its hooks do nothing.</summary>
internal static class HatchKeys
{
    private static readonly string[] Places = ["build", "build.targets.wheel", "build.targets.sdist"];

    /// <summary>
    /// Files that the hook <c>vcs</c> writes the version to; they are shipped although git ignores them. In an unpacked sdist they are there.
    /// </summary>
    public static IEnumerable<string> VersionFiles(TomlNode? build) => HookPlaces
        .Select(place => place.Split('.')[1..].Append("vcs").Append("version-file").Aggregate(build, (node, key) => node?.Find(key))?.Text)
        .OfType<string>();

    /// <summary>Whether a key is a table of hooks or of targets, which are looked at one by one.</summary>
    public static bool HoldsHooksOrTargets(string key) => key == "build.targets" || HookPlaces.Contains(key);

    private static readonly string[] HookPlaces = ["build.hooks", "build.targets.wheel.hooks", "build.targets.sdist.hooks"];

    public static readonly string[] Followed =
    [
        .. Places.SelectMany(place => HatchTarget.FileKeys.Concat(HatchTarget.OtherKeys).Select(key => $"{place}.{key}")),
        "metadata.allow-direct-references", "metadata.allow-ambiguous-features",
    ];

    /// <summary>
    /// Whether a table makes no difference: settings of other targets than the two that are built, hooks that are off by default, and hooks
    /// for metadata when none is left to compute.
    /// </summary>
    public static bool IsWithoutEffect(TomlNode node, string key, ProjectFolder folder, bool isVersionKnown, bool isAllKnown) =>
        (key.StartsWith("build.targets.", StringComparison.Ordinal) && key.Split('.')[2] is not ("wheel" or "sdist"))
        || (HookPlaces.Any(place => key.StartsWith(place + ".", StringComparison.Ordinal)) && node.Find("enable-by-default")?.Literal == "false")
        || (HookPlaces.Any(place => key == $"{place}.vcs") && isVersionKnown && node.Find("version-file")?.Text is { } file && folder.HasFile(file))
        || (key.StartsWith("metadata.hooks", StringComparison.Ordinal) && isAllKnown);
}
