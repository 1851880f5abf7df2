using System.Text.Json;
using TrustedPublishing.LocalSystem;

namespace TrustedPublishing.Identity;

/// <summary>The event that triggered a GitHub workflow, as far as it decides whether the job can get an identity token.</summary>
internal static class GitHubEvent
{
    /// <summary>In bytes. GitHub limits event payloads to 25 MB.</summary>
    private const int LargestEvent = 32 << 20;

    /// <summary>
    /// Whether the job runs for a pull request from a fork. Such a job never gets a token, whatever the workflow requests
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

    /// <summary>The <c>fork</c> flag alone is not enough: it is also set for a pull request within a repository that is itself a fork.</summary>
    public static bool IsForkPullRequest(JsonElement payload)
    {
        if (!Is(payload, "pull_request", out var request) || !Is(request, "head", out var head))
        {
            return false;
        }

        if (!Is(head, "repo", out var repository))
        {
            return true; // The fork was deleted in the meantime; a branch of the same repository always has a repository.
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
