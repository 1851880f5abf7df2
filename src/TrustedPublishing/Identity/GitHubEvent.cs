using System.Text.Json;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Identity;

/// <summary>What started a GitHub workflow, as far as it decides whether the job can have an identity token.</summary>
internal static class GitHubEvent
{
    /// <summary>In bytes. GitHub's own limit for what it sends of an event is 25 MB.</summary>
    private const int LargestEvent = 32 << 20;

    /// <summary>
    /// Whether the job runs for a pull request from a fork, which never gets one whatever the workflow says
    /// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request"/>).
    /// </summary>
    public static bool IsForkPullRequest(IReadOnlyDictionary<string, string> environment)
    {
        var name = environment.GetValueOrDefault("GITHUB_EVENT_NAME") ?? "";
        if (!name.StartsWith("pull_request", StringComparison.Ordinal) || environment.GetValueOrDefault("GITHUB_EVENT_PATH") is not { Length: > 0 } path)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(RegularFile.ReadAllBytes(path, LargestEvent));
            return IsForkPullRequest(json.RootElement);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    /// <summary>The flag <c>fork</c> alone is not enough: it is also set in a pull request within a repository that is a fork itself.</summary>
    public static bool IsForkPullRequest(JsonElement payload)
    {
        if (!Is(payload, "pull_request", out var request) || !Is(request, "head", out var head))
        {
            return false;
        }

        if (!Is(head, "repo", out var repository))
        {
            return true; // The fork was deleted meanwhile; a repository's own branch always has one.
        }

        var from = Text(repository, "full_name");
        var to = Is(request, "base", out var target) && Is(target, "repo", out var own) ? Text(own, "full_name") : null;
        return from is null || to is null
            ? repository.TryGetProperty("fork", out var fork) && fork.ValueKind is JsonValueKind.True
            : !from.Equals(to, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Is(JsonElement parent, string name, out JsonElement child)
    {
        child = default;
        return parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out child) && child.ValueKind is JsonValueKind.Object;
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
