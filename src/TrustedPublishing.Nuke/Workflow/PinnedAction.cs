using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// An action at a commit. A tag can be moved to other code by whoever owns the action, a commit cannot; the version is for people and for
/// update tools. Commits are those of the tags themselves (annotated tags are peeled), as <c>git ls-remote --tags</c> shows behind <c>^{}</c>.
/// </summary>
/// <param name="Repository">The action's repository as <c>owner/name</c>.</param>
/// <param name="Version">The version tag.</param>
/// <param name="Commit">The commit, 40 hexadecimal digits.</param>
internal sealed partial record PinnedAction(string Repository, string Version, string Commit)
{
    public static PinnedAction Attest { get; } = new("actions/attest", "v4.2.2", "1e69f48acb82d1966a394da916b4c1698aa569d6");

    public static PinnedAction Checkout { get; } = new("actions/checkout", "v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1");

    public static PinnedAction DownloadArtifact { get; } = new("actions/download-artifact", "v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c");

    public static PinnedAction SetupDotNet { get; } = new("actions/setup-dotnet", "v6.0.0", "a98b56852c35b8e3190ac28c8c2271da59106c68");

    public static PinnedAction SetupPython { get; } = new("actions/setup-python", "v7.0.0", "5fda3b95a4ea91299a34e894583c3862153e4b97");

    public static PinnedAction UploadArtifact { get; } = new("actions/upload-artifact", "v7.0.1", "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a");

    /// <summary>The day on which these were compared with the actions' repositories.</summary>
    public static DateOnly AsOf { get; } = new(2026, 8, 22);

    /// <summary>All that generated workflows use.</summary>
    public static IReadOnlyList<PinnedAction> All { get; } = [Attest, Checkout, DownloadArtifact, SetupDotNet, SetupPython, UploadArtifact];

    /// <summary>What <c>uses</c> names. The version stands behind it in a comment, where update tools look for it.</summary>
    public string Reference => $"{Repository}@{Commit}";

    /// <summary>
    /// The pins of a workflow that are newer than the built-in ones, as their comments say: Renovate and Dependabot renew both. Of several pins of
    /// an action the newest counts.
    /// </summary>
    public static IReadOnlyList<PinnedAction> NewerIn(string workflow) =>
    [
        .. Use().Matches(workflow).Select(match => new PinnedAction(match.Groups["repository"].Value, match.Groups["version"].Value, match.Groups["commit"].Value))
            .Where(pin => All.Any(action => action.Repository.Equals(pin.Repository, StringComparison.OrdinalIgnoreCase) && action.Number < pin.Number))
            .GroupBy(pin => pin.Repository, StringComparer.OrdinalIgnoreCase).Select(pins => pins.MaxBy(pin => pin.Number)!),
    ];

    /// <summary>The version as numbers: <c>v8</c> and <c>v8.0.0</c> are the same.</summary>
    private Version Number => System.Version.TryParse(Version.TrimStart('v') + (Version.Contains('.', StringComparison.Ordinal) ? "" : ".0"), out var number)
        ? new(number.Major, number.Minor, Math.Max(number.Build, 0))
        : new();

    [GeneratedRegex(@"^ *(?:- )?uses: (?<repository>[\w.-]+/[\w.-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v?[0-9]{1,5}(?:\.[0-9]{1,5}){0,2})\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Use();
}
