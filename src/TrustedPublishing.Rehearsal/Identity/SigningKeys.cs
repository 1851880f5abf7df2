using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrustedPublishing.Rehearsal.Identity;

/// <summary>The keys of the token service. As in CI systems, old keys stay published after a rotation.</summary>
internal sealed class SigningKeys : IDisposable
{
    /// <summary>
    /// Generating a key takes a quarter of a second, so the key pairs of a stopped index are reused, under a new key ID, by the next index in this
    /// process.
    /// </summary>
    private static readonly ConcurrentBag<RSA> Spare = [];

    private readonly Lock gate = new();
    private readonly Lazy<RsaSecurityKey> first = new(NewKey);
    private ImmutableList<RsaSecurityKey> keys = [];
    private bool ended;

    /// <summary>All published keys.</summary>
    public ImmutableList<RsaSecurityKey> Published
    {
        get
        {
            lock (gate)
            {
                return keys = keys.IsEmpty ? [first.Value] : keys;
            }
        }
    }

    /// <summary>Generates the first key ahead of time, because this takes a while.</summary>
    public void Prepare() => _ = first.Value;

    /// <summary>Signs all further tokens with a new key.</summary>
    public void Rotate()
    {
        var key = NewKey();
        lock (gate)
        {
            keys = Published.Add(key);
        }
    }

    /// <summary>Signs a token with the newest key (RS256).</summary>
    public string Sign(string claims)
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var key = Published[^1];
        lock (key.Rsa) // RSA is not guaranteed to be thread-safe
        {
            return handler.CreateToken(claims, new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        }
    }

    /// <summary>The key set as JSON (RFC 7517).</summary>
    public JsonObject ToJson() => new() { ["keys"] = new JsonArray([.. Published.Select(Key)]) };

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref ended, true))
        {
            Published.ForEach(key => Spare.Add(key.Rsa));
        }
    }

    private static JsonObject Key(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["alg"] = "RS256",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "It lives as long as the process.")]
    private static RsaSecurityKey NewKey() => new(Spare.TryTake(out var spare) ? spare : RSA.Create(2048))
    {
        KeyId = Guid.NewGuid().ToString(),
        CryptoProviderFactory = new() { CacheSignatureProviders = false }, // the cache is process-wide
    };
}
