using System.Text;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>
/// Reads a multipart form part by part as PyPI's server does (Python's <c>cgi.FieldStorage</c>), which is more lenient than the standard: lines
/// may end with a line feed alone, and the end of the body closes an open part.
/// </summary>
internal sealed class MultipartForm(Stream body, string boundary)
{
    private const int BufferSize = 1 << 18;
    private const int LongestHeader = 64 * 1024;

    private readonly byte[] marker = Encoding.UTF8.GetBytes($"--{boundary}");
    private readonly byte[] markerOnNewLine = Encoding.UTF8.GetBytes($"\n--{boundary}");
    private readonly byte[] buffer = new byte[BufferSize];
    private int start;
    private int end;
    private bool isAtEnd;
    private bool isClosed;

    /// <summary>Whether no content of the current part has been read yet, so that the boundary needs no preceding line feed.</summary>
    private bool isFresh;

    /// <summary>The length of the current part's content in the buffer; then the start of the next part, if known.</summary>
    private (int Length, int? Next) known;

    private bool hasBegun;

    /// <summary>The headers of the next part by lower-case name; null if there is none. Unread content of the current part is skipped.</summary>
    /// <exception cref="FormatException">The headers are too long.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> NextAsync(CancellationToken cancellationToken)
    {
        if (!hasBegun)
        {
            await SkipPreambleAsync(cancellationToken);
            hasBegun = true;
        }
        else
        {
            var rest = new byte[16 * 1024];
            while (!isClosed && await ReadAsync(rest, cancellationToken) > 0)
            {
            }
        }

        if (isClosed)
        {
            return null;
        }

        var headers = await HeadersAsync(cancellationToken);
        (isFresh, known) = (true, default);
        isClosed = headers is null;
        return headers;
    }

    /// <summary>The next bytes of the current part; 0 at its end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (known is { Length: 0, Next: null } && !isClosed)
        {
            known = Scan();
            if (known is { Length: 0, Next: null } && !await FillAsync(cancellationToken))
            {
                isClosed = true;
            }
        }

        if (known.Length == 0)
        {
            start = known.Next ?? start;
            return 0;
        }

        var count = Math.Min(known.Length, target.Length);
        buffer.AsMemory(start, count).CopyTo(target);
        start += count;
        known = (known.Length - count, known.Next);
        isFresh = false;
        return count;
    }

    /// <summary>Reads the body to its end: there are no more parts.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        do
        {
            start = end;
        }
        while (await FillAsync(cancellationToken));
        (isClosed, known) = (true, default);
    }

    /// <summary>The current part as a stream.</summary>
    public Stream AsStream() => new PartStream(this);

    /// <summary>Searches the buffer for the end of the part; bytes that may belong to a boundary are left for the next call.</summary>
    private (int Length, int? Next) Scan()
    {
        var there = buffer.AsSpan(start, end - start);
        for (var from = 0; ;)
        {
            var atStart = isFresh && from == 0 && there.StartsWith(marker);
            var feed = atStart ? -1 : there[from..].IndexOf(markerOnNewLine);
            if (!atStart && feed < 0)
            {
                return isAtEnd ? Last(there) : (Math.Max(0, there.Length - markerOnNewLine.Length - 1), null);
            }

            var line = atStart ? 0 : from + feed + 1;
            var content = atStart ? 0 : WithoutLineEnd(there[..line]).Length;
            var length = there[line..].IndexOf((byte)'\n') + 1;
            if (length == 0 && !isAtEnd && there.Length < BufferSize)
            {
                return (content, null);
            }

            var text = (length == 0 ? there[line..] : there.Slice(line, length)).TrimEnd(" \t\r\n\v\f"u8);
            var isLast = text.Length == marker.Length + 2 && text[marker.Length..].SequenceEqual("--"u8);
            if (isLast || text.Length == marker.Length)
            {
                isClosed = isLast;
                return (content, start + (length == 0 ? there.Length : line + length));
            }

            from = Math.Max(line, 1);
        }
    }

    /// <summary>At the end of the body, the preceding line break does not belong to the part either.</summary>
    private (int Length, int? Next) Last(ReadOnlySpan<byte> there)
    {
        isClosed = true;
        return (WithoutLineEnd(there).Length, end);
    }

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> text) =>
        text.EndsWith("\r\n"u8) ? text[..^2] : text.EndsWith("\n"u8) || text.EndsWith("\r"u8) ? text[..^1] : text;

    private async Task SkipPreambleAsync(CancellationToken cancellationToken)
    {
        while (await LineAsync(cancellationToken) is { } line)
        {
            if (line.AsSpan().Trim(" \t\r\n\v\f"u8).SequenceEqual(marker))
            {
                return;
            }
        }

        isClosed = true;
    }

    /// <summary>Null at the end of the body. If a header is repeated, the first counts.</summary>
    private async Task<IReadOnlyDictionary<string, string>?> HeadersAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var hasAny = false;
        while (await LineAsync(cancellationToken) is { } line)
        {
            hasAny = true;
            text.Append(text.Length <= LongestHeader ? Encoding.UTF8.GetString(line) : throw new FormatException("Invalid Form Data."));
            if (line.AsSpan().Trim(" \t\r\n\v\f"u8).IsEmpty)
            {
                break;
            }
        }

        return hasAny ? PartHeaders.Read(text.ToString()) : null;
    }

    /// <summary>The next line including its line break; a long line is returned in pieces. Null at the end of the body.</summary>
    private async Task<byte[]?> LineAsync(CancellationToken cancellationToken)
    {
        int feed;
        while ((feed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0 && end - start < LongestHeader && await FillAsync(cancellationToken))
        {
        }

        var length = feed >= 0 ? feed + 1 : end - start;
        var line = buffer.AsSpan(start, length).ToArray();
        start += length;
        return length > 0 ? line : null;
    }

    /// <summary>Reads more data into the buffer; returns false at the end of the body.</summary>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var count = end < BufferSize && !isAtEnd ? await body.ReadAsync(buffer.AsMemory(end), cancellationToken) : 0;
        end += count;
        var noted = isAtEnd;
        isAtEnd |= count == 0 && end < BufferSize;
        return count > 0 || !noted;
    }

}
