namespace TrustedPublishing.Sigstore;

/// <summary>A signature of a signed note.</summary>
internal sealed record NoteSignature(string Name, byte[] KeyHint, byte[] Value);
