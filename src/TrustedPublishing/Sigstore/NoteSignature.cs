namespace TrustedPublishing.Sigstore;

/// <summary>One signature below a signed note.</summary>
internal sealed record NoteSignature(string Name, byte[] KeyHint, byte[] Value);
