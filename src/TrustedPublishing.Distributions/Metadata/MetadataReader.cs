using System.Text;

namespace TrustedPublishing.Distributions.Metadata;

/// <summary>
/// Parses METADATA's e-mail-like format like Python's e-mail parser, on which packaging's <c>parse_email</c> is based: a line that cannot
/// be a header starts the description, indented lines continue the previous one, and nameless headers and stray <c>From</c> lines are skipped.
/// </summary>
internal sealed class MetadataReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly List<string> undecodable = [];
    private string? name;
    private Range value;

    public CoreMetadata Read(ReadOnlySpan<byte> content)
    {
        var position = 0;
        while (position < content.Length)
        {
            var end = EndOfLine(content, position);
            var line = content[position..end];
            if (!IsHeader(line))
            {
                position = line[0] is (byte)'\r' or (byte)'\n' ? end : position;
                break;
            }

            Header(content, line, position, end);
            position = end;
        }

        Finish(content);
        if (position < content.Length)
        {
            fields.Add(new("Description", Decode(content[position..], "description")));
        }

        return new(fields, undecodable);
    }

    private void Header(ReadOnlySpan<byte> content, ReadOnlySpan<byte> line, int start, int end)
    {
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            value = value.Start..end;
            return;
        }

        Finish(content);
        var colon = line.IndexOf((byte)':');
        if (colon > 0 && !line.StartsWith("From "u8))
        {
            name = Encoding.ASCII.GetString(line[..colon]);
            value = (start + colon + 1)..end;
        }
    }

    private void Finish(ReadOnlySpan<byte> content)
    {
        if (name is not null)
        {
            var text = Decode(content[value].TrimStart(" \t\r\n"u8).TrimEnd("\r\n"u8), name.ToLowerInvariant());
            fields.Add(new(name, FoldedText.IsValueOf(name) ? FoldedText.Unfold(text) : text));
        }

        name = null;
    }

    private string Decode(ReadOnlySpan<byte> bytes, string field)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            undecodable.Add(field);
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>A header line is folded, or starts with <c>From </c>, or with printable ASCII up to a colon.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        if (line[0] is (byte)' ' or (byte)'\t' || line.StartsWith("From "u8))
        {
            return true;
        }

        var colon = line.IndexOf((byte)':');
        return colon >= 0 && line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }

    private static int EndOfLine(ReadOnlySpan<byte> content, int start)
    {
        var length = content[start..].IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            return content.Length;
        }

        var end = start + length + 1;
        return content[end - 1] == '\r' && end < content.Length && content[end] == '\n' ? end + 1 : end;
    }
}
