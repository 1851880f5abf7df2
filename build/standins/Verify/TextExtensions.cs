namespace VerifyTests;

/// <summary>
/// The extensions that take a text. The real package knows far more of them; one that it takes for binary or does not know is refused
/// there, so only common ones are accepted here.
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
