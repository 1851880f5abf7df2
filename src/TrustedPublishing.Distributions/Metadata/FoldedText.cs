using System.Text;

namespace TrustedPublishing.Distributions.Metadata;

/// <summary>
/// Text of several lines in one header field: further lines begin with eight spaces, or with seven and a pipe, so that empty and indented
/// lines survive (core metadata specification, <c>Description</c>).
/// </summary>
internal static class FoldedText
{
    private const string Spaces = "        ";
    private const string Pipe = "       |";

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
