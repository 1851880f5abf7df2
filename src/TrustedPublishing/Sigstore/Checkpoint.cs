using System.Globalization;
using System.Text;

namespace TrustedPublishing.Sigstore;

/// <summary>A log's checkpoint, a signed note (<see href="https://c2sp.org/tlog-checkpoint"/>).</summary>
/// <param name="Size">The number of entries in the tree.</param>
/// <param name="Root">The root hash.</param>
/// <param name="Note">The signed bytes.</param>
/// <param name="Signatures">The signatures, each with the signer's name and the first four bytes of its key ID.</param>
internal sealed record Checkpoint(long Size, byte[] Root, byte[] Note, IReadOnlyList<NoteSignature> Signatures)
{
    private const int HintSize = 4;

    /// <summary>Parses a checkpoint; null if the text is not one.</summary>
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

    /// <summary>Whether <paramref name="log"/> signed it. Other signatures (of witnesses) are ignored.</summary>
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
