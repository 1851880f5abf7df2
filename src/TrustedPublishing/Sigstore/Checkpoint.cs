using System.Globalization;
using System.Text;

namespace TrustedPublishing.Sigstore;

/// <summary>A log's statement about itself as a signed note (<see href="https://c2sp.org/tlog-checkpoint"/>).</summary>
/// <param name="Size">How many entries the tree has.</param>
/// <param name="Root">The hash of its root.</param>
/// <param name="Note">The bytes that are signed.</param>
/// <param name="Signatures">Who signed, with the first four bytes of which key.</param>
internal sealed record Checkpoint(long Size, byte[] Root, byte[] Note, IReadOnlyList<NoteSignature> Signatures)
{
    private const int HintSize = 4;

    /// <summary>Reads it; null when it is none.</summary>
    public static Checkpoint? Read(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || text[..end].Split('\n') is not [{ Length: > 0 }, var size, var root, ..]
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries) || Bytes(root) is not { } hash)
        {
            return null;
        }

        NoteSignature?[] signatures = [.. text[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Signature)];
        return signatures.All(signature => signature is not null) ? new(entries, hash, Encoding.UTF8.GetBytes(text[..(end + 1)]), [.. signatures.OfType<NoteSignature>()]) : null;
    }

    /// <summary>Whether <paramref name="log"/> signed it. Signatures of others (witnesses) are passed over.</summary>
    public bool IsSignedBy(TrustedLog log) => Signatures.Any(signature =>
        signature.Name == log.Host && log.Id.AsSpan().StartsWith(signature.KeyHint) && log.Verify(Note, signature.Value));

    private static NoteSignature? Signature(string line) =>
        line.Split(' ') is ["\u2014", { Length: > 0 } name, var encoded] && Bytes(encoded) is { Length: > HintSize } bytes
            ? new(name, bytes[..HintSize], bytes[HintSize..])
            : null;

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
