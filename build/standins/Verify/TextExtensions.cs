namespace VerifyTests;

/// <summary>
/// The extensions of text files. The real package supports far more of them and rejects an extension that is binary or unknown, so only common ones
/// are accepted here.
/// </summary>
static class TextExtensions
{
    static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "bat", "cfg", "cs", "csv", "html", "ini", "js", "json", "log", "md", "ps1", "py", "sh", "svg", "toml", "txt", "xml", "yaml", "yml",
    };

    public static string Check(string extension) => Known.Contains(extension)
        ? extension
        : throw new ArgumentException($"'{extension}' is not known as the extension of a text format.", nameof(extension));
}
