using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustedPublishing.Nuke.GitHub;

/// <summary>A release of an action.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="PublishedAt">When it was published.</param>
internal sealed record ActionRelease(string Tag, DateTimeOffset PublishedAt);

/// <summary>Reads the releases of actions on GitHub.</summary>
internal sealed partial class ActionReleases(GitHubApi api)
{
    /// <summary>No action has tags that are nested this deeply.</summary>
    private const int MostTags = 3;

    /// <summary>The latest hundred, without drafts and pre-releases.</summary>
    public Task<IReadOnlyList<ActionRelease>> ReadAsync(string repository) => AskAsync(repository, async () =>
    {
        var releases = await api.GetAsync($"repos/{repository}/releases?per_page=100");
        return (IReadOnlyList<ActionRelease>)
        [
            .. releases.EnumerateArray().Where(release => !release.GetProperty("draft").GetBoolean() && !release.GetProperty("prerelease").GetBoolean())
                .Select(release => new ActionRelease(release.GetProperty("tag_name").GetString() ?? "", release.GetProperty("published_at").GetDateTimeOffset())),
        ];
    });

    /// <summary>The commit of a tag; for an annotated tag, the commit that it points to.</summary>
    public Task<string> CommitAsync(string repository, string tag) => AskAsync(repository, async () =>
    {
        var pointed = (await api.GetAsync($"repos/{repository}/git/ref/tags/{Uri.EscapeDataString(tag)}")).GetProperty("object");
        for (var tags = 0; Type(pointed) == "tag" && tags < MostTags; tags++)
        {
            pointed = (await api.GetAsync($"repos/{repository}/git/tags/{Sha(pointed)}")).GetProperty("object");
        }

        return Type(pointed) == "commit" ? Sha(pointed) : throw new Failure($"The tag {tag} of {repository} does not point to a commit, according to GitHub. No pin was renewed.");
    });

    private static string? Type(JsonElement pointed) => pointed.GetProperty("type").GetString();

    private static string Sha(JsonElement pointed) => pointed.GetProperty("sha").GetString() is { } sha && Digits().IsMatch(sha) ? sha : throw new FormatException();

    private static async Task<T> AskAsync<T>(string repository, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (GitHubTexts.AreOf(exception))
        {
            throw new Failure($"The releases of {repository} could not be read. {GitHubTexts.Why(exception)} No pin was renewed.", exception);
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{40}\z")]
    private static partial Regex Digits();
}
