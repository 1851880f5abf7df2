using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Tokens;

/// <summary>Issues and recognises API tokens. Only their restrictions are stored, never the tokens.</summary>
internal sealed class ApiTokens(byte[] key, string location)
{
    /// <summary>A token for the row; the row must be added to the state.</summary>
    public string Token(TokenRow row) => Macaroon.Sign(KeyOf(row.Id), location, row.Id.ToString(), row.Caveats).ToToken();

    /// <summary>A row for a publisher's token: the publisher, its projects, the time.</summary>
    public static TokenRow ForPublisher(PublisherRow publisher, DateTimeOffset now, TimeSpan life) => new()
    {
        Id = Guid.NewGuid(),
        Publisher = publisher.Id,
        Created = now,
        Caveats =
        [
            $"[4,\"{publisher.Id}\",null]",
            $"[2,[{string.Join(',', publisher.Projects.Select(project => $"\"{project}\""))}]]",
            $"[0,{now.ToUnixTimeSeconds() + (long)life.TotalSeconds},{now.ToUnixTimeSeconds()}]",
        ],
    };

    /// <summary>A row for a user's token: for the named projects only, or for all of the user's projects.</summary>
    public static TokenRow ForUser(string user, IReadOnlyList<ProjectRow> projects, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        User = user,
        Created = now,
        Caveats = projects.Count == 0
            ? [$"[3,\"{user}\"]"]
            : [$"[1,[{string.Join(',', projects.Select(project => $"\"{project.NormalizedName}\""))}]]", $"[2,[{string.Join(',', projects.Select(project => $"\"{project.Id}\""))}]]"],
    };

    /// <summary>The row that a token names, whether or not its signature is valid; null if there is none.</summary>
    public static (TokenRow Row, Macaroon Macaroon)? Find(IndexState state, string token) =>
        Macaroon.TryParse(token, out var macaroon) && Guid.TryParse(macaroon.Identifier, out var id) && state.Tokens.TryGetValue(id, out var row) ? (row, macaroon) : null;

    /// <summary>Whether <see cref="Token"/> issued the token, which may have been restricted further since.</summary>
    public bool IsGenuine(TokenRow row, Macaroon macaroon) => macaroon.IsSignedWith(KeyOf(row.Id));

    private byte[] KeyOf(Guid id) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(id.ToString()));
}
