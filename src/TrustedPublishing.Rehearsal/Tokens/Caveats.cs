using System.Text.Json;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Tokens;

/// <summary>Evaluates the restrictions of a token for an upload to a project.</summary>
internal static class Caveats
{
    /// <summary>
    /// Why the token may not be used, or null. The server evaluates the caveats in the token and then its own copy of them, and does not stop at the
    /// first failure, so every reason appears twice.
    /// </summary>
    public static string? Rejection(TokenRow row, Macaroon macaroon, bool isGenuine, IndexState state, ProjectRow project, DateTimeOffset now)
    {
        string[] reasons = [.. macaroon.Caveats.Concat(row.Caveats).Select(caveat => Reason(caveat, row, state, project, now)).OfType<string>()];
        return reasons.Length > 0 ? string.Join(", ", reasons) : isGenuine ? null : "signatures do not match";
    }

    private static string? Reason(string caveat, TokenRow row, IndexState state, ProjectRow project, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(caveat);
            var fields = document.RootElement;
            return fields[0].GetInt32() switch
            {
                0 => now.ToUnixTimeSeconds() < fields[2].GetInt64() || now.ToUnixTimeSeconds() >= fields[1].GetInt64() ? "token is expired" : null,
                1 => Names(fields[1], project.NormalizedName) ? null : NotForProject(project),
                2 => Names(fields[1], project.Id.ToString()) ? null : NotForProject(project),
                3 => User(fields[1].GetString(), row),
                4 => Publisher(fields[1].GetString(), row, state, project),
                var tag => $"caveat has unknown tag: {tag}",
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return "invalid caveat"; // a holder can append anything
        }
    }

    private static bool Names(JsonElement list, string name) => list.EnumerateArray().Any(item => item.GetString() == name);

    private static string NotForProject(ProjectRow project) => $"project-scoped token is not valid for project: {PythonText.Repr(project.Name)}";

    private static string? User(string? user, TokenRow row) =>
        row.User is null ? "token with user restriction without a user"
        : user == row.User ? null
        : "current user does not match user restriction in token";

    private static string? Publisher(string? publisher, TokenRow row, IndexState state, ProjectRow project) =>
        row.Publisher is not { } id ? "OIDC scoped token used outside of an OIDC identified request"
        : publisher != id.ToString() ? "current OIDC publisher does not match publisher restriction in token"
        : state.Publisher(id)?.Projects.Contains(project.Id) == true ? null
        : $"OIDC scoped token is not valid for project '{project.Name}'";
}
