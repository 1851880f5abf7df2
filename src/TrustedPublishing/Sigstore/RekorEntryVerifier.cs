using System.Globalization;
using System.Text;

namespace TrustedPublishing.Sigstore;

/// <summary>Verifies a log entry: a trusted log promised to include it, and it is in the tree that the log signed.</summary>
internal static class RekorEntryVerifier
{
    /// <summary>When the entry was logged.</summary>
    /// <exception cref="AttestationException">The time cannot be proven.</exception>
    public static DateTimeOffset TimeOf(LogEntry entry, TrustedRoot root)
    {
        if (entry.InclusionPromise is not { } promise || entry.IntegratedTime == 0 || entry.IntegratedTime > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            throw new AttestationException("not enough sources of verified time");
        }

        return LogOf(entry, root).Verify(Promised(entry), promise.SignedEntryTimestamp)
            ? DateTimeOffset.FromUnixTimeSeconds(entry.IntegratedTime)
            : throw new AttestationException("invalid log entry: invalid inclusion promise");
    }

    /// <exception cref="AttestationException">The inclusion proof is not valid.</exception>
    public static void CheckInclusion(LogEntry entry, TrustedRoot root)
    {
        var proof = entry.InclusionProof;
        var checkpoint = Checkpoint.Read(proof.Checkpoint.Envelope) ?? throw new AttestationException("invalid log entry: malformed checkpoint");
        if (!checkpoint.IsSignedBy(LogOf(entry, root)))
        {
            throw new AttestationException("invalid log entry: checkpoint: invalid signature");
        }

        var reached = MerkleProof.Root(entry.CanonicalizedBody, proof.LogIndex, proof.TreeSize, proof.Hashes)
            ?? throw new AttestationException("invalid log entry: inclusion proof of the wrong length");
        if (!reached.AsSpan().SequenceEqual(proof.RootHash) || !reached.AsSpan().SequenceEqual(checkpoint.Root) || checkpoint.Size != proof.TreeSize)
        {
            throw new AttestationException("invalid log entry: inclusion proof contains invalid root hash");
        }
    }

    /// <summary>The log that the entry names, if its key was in use at the time of the entry.</summary>
    private static TrustedLog LogOf(LogEntry entry, TrustedRoot root) =>
        root.Logs.FirstOrDefault(log => log.Is(entry.LogId.KeyId, DateTimeOffset.FromUnixTimeSeconds(entry.IntegratedTime)))
            ?? throw new AttestationException("invalid log entry: it is of no transparency log that is trusted");

    /// <summary>The signed content of the promise: canonical JSON (RFC 8785) with four members, none of which needs escaping.</summary>
    private static byte[] Promised(LogEntry entry) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"body":"{{Convert.ToBase64String(entry.CanonicalizedBody)}}","integratedTime":{{entry.IntegratedTime}},"logID":"{{Convert.ToHexStringLower(entry.LogId.KeyId)}}","logIndex":{{entry.LogIndex}}}"""));
}
