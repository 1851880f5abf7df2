using System.Net.Http.Headers;
using System.Text;

namespace TrustedPublishing.TokenExchange;

/// <summary>The credential that authorises an upload.</summary>
/// <param name="Header">The header's value. It must not be printed.</param>
/// <param name="Expires">When the index stops accepting it; null if unknown.</param>
internal sealed record Credential(AuthenticationHeaderValue Header, DateTimeOffset? Expires)
{
    /// <summary>User name and password as Basic authentication, the only scheme that every index supports.</summary>
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
