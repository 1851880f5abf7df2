using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using TrustedPublishing.Rehearsal.Identity;

namespace TrustedPublishing.Rehearsal.Minting;

/// <summary>
/// The index's cache of the issuers' keys: they are fetched when an unknown key appears, at most once a minute per issuer. A token that was signed
/// with a brand-new key can therefore be rejected for up to a minute.
/// </summary>
internal sealed class KeyCache(SigningKeys issuer, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Fetched, Dictionary<string, RSA> Keys)> known = [];

    public RSA? Find(string issuerUrl, string keyId)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!known.TryGetValue(issuerUrl, out var entry) || (!entry.Keys.ContainsKey(keyId) && now - entry.Fetched >= Pause))
            {
                known[issuerUrl] = entry = (now, issuer.Published.ToDictionary(key => key.KeyId, (RsaSecurityKey key) => key.Rsa));
            }

            return entry.Keys.GetValueOrDefault(keyId);
        }
    }
}
