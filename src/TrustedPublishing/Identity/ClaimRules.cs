using System.Text.RegularExpressions;

namespace TrustedPublishing.Identity;

/// <summary>Which claims of an identity token PyPI checks, by CI system (pypi/warehouse, <c>warehouse/oidc/models</c>).</summary>
internal static partial class ClaimRules
{
    public static IReadOnlyList<ClaimComparison> Compare(TrustedPublisher publisher, IReadOnlyDictionary<string, string> claims) =>
        [.. publisher.Provider is PublisherProvider.GitLab ? GitLabClaims.Compare(publisher, claims) : GitHubClaims.Compare(publisher, claims)];

    /// <summary>The publisher that a job with these claims needs, or null if no publisher can be declared for its CI system.</summary>
    public static TrustedPublisher? PublisherOf(IReadOnlyDictionary<string, string> claims) =>
        claims.ContainsKey("repository") ? GitHubClaims.PublisherOf(claims)
        : claims.ContainsKey("project_path") ? GitLabClaims.PublisherOf(claims)
        : null;

    /// <summary>
    /// The file in a reference such as <c>…/release.yml@refs/heads/main</c>: the text between <paramref name="root"/> and the last <c>.yml@</c> that
    /// can end it.
    /// </summary>
    public static string? FileIn(string? reference, string root)
    {
        var start = reference?.IndexOf(root, StringComparison.Ordinal) ?? -1;
        return start < 0 ? null : FileBeforeRef().Match(reference!, start + root.Length) is { Success: true } match ? match.Groups["file"].Value : null;
    }

    /// <summary>A row shown for information only.</summary>
    public static ClaimComparison Shown(IReadOnlyDictionary<string, string> claims, string claim, string? advice = null) =>
        new(claim, claims.GetValueOrDefault(claim), null, ClaimVerdict.NotCompared, advice);

    /// <summary>A row for a claim that must be present with any value.</summary>
    public static ClaimComparison Present(IReadOnlyDictionary<string, string> claims, string claim) => claims.ContainsKey(claim)
        ? Shown(claims, claim)
        : new(claim, null, "any value", ClaimVerdict.Differs, $"PyPI needs the claim {claim}, which the CI system sets by itself. If these claims were saved by hand, save all of them.");

    /// <summary>A row for a claim that must match.</summary>
    public static ClaimComparison Row(string claim, string? actual, string expected, bool matches, string advice) =>
        matches ? new(claim, actual, expected, ClaimVerdict.Matches) : new(claim, actual, expected, ClaimVerdict.Differs, advice);

    /// <summary>
    /// A Git reference contains <c>.yml@</c> only if it starts with <c>refs/</c>, so the first <c>.yml@refs/</c> ends the file name.
    /// </summary>
    [GeneratedRegex(@"\G(?<file>.*?[^/]\.ya?ml)@(?:refs/|[0-9a-f]{40}\z|[^@]*\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex FileBeforeRef();
}
