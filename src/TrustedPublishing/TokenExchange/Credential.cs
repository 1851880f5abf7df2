using System.Net.Http.Headers;
using System.Text;

namespace TrustedPublishing.TokenExchange;

/// <summary>What an upload is authorised with.</summary>
/// <param name="Header">The header's value. It is not printed.</param>
/// <param name="Expires">When the index stops accepting it; null when that is not known.</param>
internal sealed record Credential(AuthenticationHeaderValue Header, DateTimeOffset? Expires)
{
    /// <summary>User name and password as Basic authentication: the one scheme that every index knows.</summary>
    public static Credential Basic(string user, Secret password, DateTimeOffset? expires, Action<Secret>? onSecret)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}"));
        onSecret?.Invoke(new(encoded));
        return new(new("Basic", encoded), expires);
    }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Expires = ").Append(Expires);
        return true;
    }
}
