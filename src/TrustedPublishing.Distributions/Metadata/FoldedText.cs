using System.Text;

namespace TrustedPublishing.Distributions.Metadata;

/// <summary>
/// Multi-line text in one header field: continuation lines start with eight spaces, or with seven and a pipe, so that blank and indented lines
/// are preserved (core metadata specification, <c>Description</c>).
/// </summary>
internal static class FoldedText
{
    private const string Spaces = "        ";
    private const string Pipe = "       |";

    /// <summary>Whether a field has several lines.</summary>
    public static bool IsValueOf(string field) =>
        field.Equals("Description", StringComparison.OrdinalIgnoreCase) || field.Equals("License", StringComparison.OrdinalIgnoreCase);

    public static string Unfold(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\n'))
        {
            return text;
        }

        var unfolded = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var prescribed = line.StartsWith(Spaces, StringComparison.Ordinal) || line.StartsWith(Pipe, StringComparison.Ordinal);
            unfolded.Append(prescribed ? line[Spaces.Length..] : line).Append('\n');
        }

        return unfolded.ToString(0, unfolded.Length - 1);
    }
}
