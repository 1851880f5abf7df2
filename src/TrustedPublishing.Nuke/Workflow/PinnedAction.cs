using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.Workflow;

/// <summary>
/// An action at a fixed commit. The owner of an action can move a tag to other code, but not a commit; the version is for people and for update
/// tools. Commits are those of the tags themselves (annotated tags are peeled), as <c>git ls-remote --tags</c> shows after <c>^{}</c>.
/// </summary>
/// <param name="Repository">The action's repository as <c>owner/name</c>.</param>
/// <param name="Version">The version tag.</param>
/// <param name="Commit">The commit, 40 hexadecimal digits.</param>
internal sealed partial record PinnedAction(string Repository, string Version, string Commit)
{
    /// <summary>
    /// All actions that generated workflows use: the list <c>actions.txt</c>, which contains the date of its last comparison with the actions'
    /// repositories.
    /// </summary>
    public static IReadOnlyList<PinnedAction> All { get; } = [.. Rows().Select(row => new PinnedAction(row[0], row[1], row[2]))];

    public static PinnedAction Attest { get; } = BuiltIn("actions/attest");

    public static PinnedAction Checkout { get; } = BuiltIn("actions/checkout");

    public static PinnedAction DownloadArtifact { get; } = BuiltIn("actions/download-artifact");

    public static PinnedAction SetupDotNet { get; } = BuiltIn("actions/setup-dotnet");

    public static PinnedAction SetupPython { get; } = BuiltIn("actions/setup-python");

    public static PinnedAction UploadArtifact { get; } = BuiltIn("actions/upload-artifact");

    /// <summary>The value of <c>uses</c>. The version follows in a comment, where update tools look for it.</summary>
    public string Reference => $"{Repository}@{Commit}";

    /// <summary>
    /// The pins of a workflow that are newer than the built-in ones, according to their comments: Renovate and Dependabot update both. If an action
    /// has several pins, the newest counts.
    /// </summary>
    public static IReadOnlyList<PinnedAction> NewerIn(string workflow) =>
    [
        .. In(workflow)
            .Where(pin => All.Any(action => action.IsOf(pin.Repository) && action.Number < pin.Number))
            .GroupBy(pin => pin.Repository, StringComparer.OrdinalIgnoreCase).Select(pins => pins.MaxBy(pin => pin.Number)!),
    ];

    /// <summary>The pins in the lines of a workflow.</summary>
    public static IEnumerable<PinnedAction> In(string workflow) =>
        Use().Matches(workflow).Select(match => new PinnedAction(match.Groups["repository"].Value, match.Groups["version"].Value, match.Groups["commit"].Value));

    /// <summary>Whether it belongs to a repository; GitHub ignores case.</summary>
    public bool IsOf(string repository) => Repository.Equals(repository, StringComparison.OrdinalIgnoreCase);

    private static PinnedAction BuiltIn(string repository) => All.Single(action => action.Repository == repository);

    private static IEnumerable<string[]> Rows()
    {
        using var reader = new StreamReader(typeof(PinnedAction).Assembly.GetManifestResourceStream("TrustedPublishing.Data.actions.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
    }

    /// <summary>The version as numbers: <c>v8</c> and <c>v8.0.0</c> are equal.</summary>
    public Version Number => System.Version.TryParse(Version.TrimStart('v') + (Version.Contains('.', StringComparison.Ordinal) ? "" : ".0"), out var number)
        ? new(number.Major, number.Minor, Math.Max(number.Build, 0))
        : new();

    [GeneratedRegex(@"^ *(?:- )?uses: (?<repository>[\w.-]+/[\w.-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v?[0-9]{1,5}(?:\.[0-9]{1,5}){0,2})\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Use();
}
