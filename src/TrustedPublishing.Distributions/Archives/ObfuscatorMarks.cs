namespace TrustedPublishing.Distributions.Archives;

/// <summary>
/// The two kinds of encrypted code that PyPI's acceptable use policy forbids, identified by the strings that its scanner looks for in <c>.py</c> and
/// <c>.pye</c> files up to 5 MiB (pypi/warehouse, <c>warehouse/utils/scanner_rules</c>, as of 2026-08).
/// </summary>
internal static class ObfuscatorMarks
{
    private const string Policy = "See https://pypi.org/policy/acceptable-use-policy/ for more information.";

    /// <summary>Whether PyPI scans a member with this name.</summary>
    public static bool Concerns(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].TrimStart('.');
        var extension = Path.GetExtension(name);
        return extension.Equals(".py", StringComparison.OrdinalIgnoreCase) || extension.Equals(".pye", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>PyPI's message if it would reject this content; otherwise null.</summary>
    public static string? Find(ReadOnlySpan<byte> content) =>
        content.IndexOf("__pyarmor__(__name__, __file__,"u8) >= 0 || content.IndexOf("__pyarmor_enter__"u8) >= 0
        || content.IndexOf("__pyarmor_exit__"u8) >= 0 || content.IndexOf("__pyarmor_assert__"u8) >= 0 || content.IndexOf("__pyarmor_bcc__"u8) >= 0
            ? $"PyArmor-encrypted content is not allowed. {Policy}"
            : content.IndexOf("---BEGIN PYE FILE---"u8) >= 0 && content.IndexOf("---END PYE FILE---"u8) >= 0
                ? $"SourceDefender-encrypted content is not allowed. {Policy}"
                : null;

    /// <summary>The rejection of an archive with such a member.</summary>
    public static UnacceptableArchiveException Refusal(string text, string member) =>
        new(text, $"{member} is encrypted, or contains the marker of encrypted files. Ship readable source or compiled extensions.");
}
