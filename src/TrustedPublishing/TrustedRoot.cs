using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using TrustedPublishing.Sigstore;

namespace TrustedPublishing;

/// <summary>
/// Sigstore's trusted root: the keys of its transparency and certificate logs and the certificates of its authorities, each with its period
/// of validity (<see href="https://github.com/sigstore/root-signing"/>).
/// </summary>
public sealed class TrustedRoot
{
    private TrustedRoot(IReadOnlyList<TrustedLog> logs, IReadOnlyList<TrustedLog> certificateLogs, IReadOnlyList<TrustedAuthority> authorities) =>
        (Logs, CertificateLogs, Authorities) = (logs, certificateLogs, authorities);

    internal IReadOnlyList<TrustedLog> Logs { get; }

    internal IReadOnlyList<TrustedLog> CertificateLogs { get; }

    internal IReadOnlyList<TrustedAuthority> Authorities { get; }

    /// <summary>Reads a <c>trusted_root.json</c> (<c>application/vnd.dev.sigstore.trustedroot+json;version=0.1</c>).</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static TrustedRoot Parse(string json)
    {
        try
        {
            var root = JsonSerializer.Deserialize(json, ProvenanceJson.Default.TrustedRootObject) ?? throw new FormatException("It is null.");
            return new(
                [.. root.Tlogs.Select(TrustedLog.FromJson)],
                [.. root.Ctlogs.Select(TrustedLog.FromJson)],
                [.. root.CertificateAuthorities.Select(TrustedAuthority.FromJson)]);
        }
        catch (Exception exception) when (exception is JsonException or CryptographicException)
        {
            throw new FormatException("It is not a Sigstore trusted root.", exception);
        }
    }

    internal static TrustedRoot Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"TrustedPublishing.Data.{name}")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
