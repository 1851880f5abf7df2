using System.Text.RegularExpressions;

namespace TrustedPublishing.Identity;

/// <summary>What PyPI compares an identity token with, by CI system (pypi/warehouse, <c>warehouse/oidc/models</c>).</summary>
internal static partial class ClaimRules
{
    public static IReadOnlyList<ClaimComparison> Compare(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims) =>
        [.. publisher.Provider is PublisherProvider.GitLab ? GitLabClaims.Compare(publisher, claims) : GitHubClaims.Compare(publisher, claims)];

    /// <summary>The publisher that a job with these claims needs, or null when they are of no CI system that can be declared.</summary>
    public static TrustedPublisher? PublisherOf(IReadOnlyDictionary<string, string> claims) =>
        claims.ContainsKey("repository") ? GitHubClaims.PublisherOf(claims)
        : claims.ContainsKey("project_path") ? GitLabClaims.PublisherOf(claims)
        : null;

    /// <summary>The file in a reference such as <c>…/release.yml@refs/heads/main</c>: what lies between <paramref name="root"/> and the last <c>.yml@</c> that can end it.</summary>
    public static string? FileIn(string? reference, string root)
    {
        var start = reference?.IndexOf(root, StringComparison.Ordinal) ?? -1;
        return start < 0 ? null : FileBeforeRef().Match(reference!, start + root.Length) is { Success: true } match ? match.Groups["file"].Value : null;
    }

    /// <summary>A row for information.</summary>
    public static ClaimComparison Shown(IReadOnlyDictionary<string, string> claims, string claim, string? advice = null) =>
        new(claim, claims.GetValueOrDefault(claim), null, ClaimVerdict.NotCompared, advice);

    /// <summary>A row of a claim that must be there, whatever it says.</summary>
    public static ClaimComparison Present(IReadOnlyDictionary<string, string> claims, string claim) => claims.ContainsKey(claim)
        ? Shown(claims, claim)
        : new(claim, null, "any value", ClaimVerdict.Differs, $"PyPI needs the claim {claim}, which the CI system sets by itself. If these claims were saved by hand, save all of them.");

    /// <summary>A row of a claim that must fit.</summary>
    public static ClaimComparison Row(string claim, string? actual, string expected, bool matches, string advice) =>
        matches ? new(claim, actual, expected, ClaimVerdict.Matches) : new(claim, actual, expected, ClaimVerdict.Differs, advice);

    /// <summary>A Git reference never ends in <c>.yml</c> before an <c>@</c> of its own unless it starts with <c>refs/</c>; the first such <c>@refs/</c> ends the file.</summary>
    [GeneratedRegex(@"\G(?<file>.*?[^/]\.ya?ml)@(?:refs/|[0-9a-f]{40}\z|[^@]*\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex FileBeforeRef();
}
