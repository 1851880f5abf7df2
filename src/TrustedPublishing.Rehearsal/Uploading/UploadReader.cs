using System.Buffers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Receives the form of an upload, and keeps its file beside; of several the last one counts.</summary>
/// <param name="store">Where files are put until they are judged.</param>
/// <param name="keeps">The most bytes of a file that are kept; none for whoever may not upload at all.</param>
internal sealed partial class UploadReader(IndexStore store, long keeps)
{
    /// <summary>All text parts together, in bytes, with something for each so that many empty ones count too.</summary>
    private const int TextLimit = 128 * 1024 * 1024;
    private const int PartOverhead = 64;

    private readonly List<(string Name, string Value)> texts = [];
    private string? fieldAsFile;
    private UploadedContent? content;
    private string? incoming;
    private long textLength;

    /// <summary>The name of the file that came, whether or not it was kept; null when none came.</summary>
    public string? FileName { get; private set; }

    /// <summary>Everything that was received; a request that is not a form has no fields.</summary>
    /// <exception cref="FormatException">The form cannot be read.</exception>
    public async Task<UploadAttempt> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            await ReadAsync(request, type, cancellationToken);
        }

        var form = FieldCleanup.Clean(texts);
        return new()
        {
            Authorization = request.Headers.Authorization.FirstOrDefault(),
            Form = form,
            FieldAsFile = fieldAsFile,
            Content = content,
            ArchiveError = new(() => Archive(form, content!)),
            Metadata = new(() => WheelMetadata.Read(content!)),
        };
    }

    /// <summary>Deletes what was received and not kept.</summary>
    public void Discard()
    {
        if (incoming is not null)
        {
            File.Delete(incoming); // which need not have arrived as a whole
        }
    }

    private async Task ReadAsync(HttpRequest request, MediaTypeHeaderValue type, CancellationToken cancellationToken)
    {
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            await ReadPairsAsync(request, cancellationToken);
        }
        else if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
            var form = Boundary().IsMatch(boundary) ? new MultipartForm(request.Body, boundary) : throw new FormatException("Invalid Form Data.");
            while (await form.NextAsync(cancellationToken) is { } headers)
            {
                await using var body = form.AsStream();
                await ReadPartAsync(headers, body, cancellationToken);
            }
        }
    }

    private async Task ReadPairsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new FormReader(request.Body);
            var fields = await reader.ReadFormAsync(cancellationToken);
            texts.AddRange(fields.SelectMany(field => field.Value, (field, value) => (field.Key, value ?? "")));
        }
        catch (InvalidDataException exception)
        {
            throw new FormatException("Invalid Form Data.", exception);
        }
    }

    private async Task ReadPartAsync(IReadOnlyDictionary<string, string> headers, Stream body, CancellationToken cancellationToken)
    {
        var disposition = PartHeader.Parameters(headers.GetValueOrDefault("content-disposition", ""));
        var name = disposition.GetValueOrDefault("name");
        var fileName = disposition.GetValueOrDefault("filename", "");
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (name == "content" && fileName.Length > 0)
        {
            FileName = fileName;
            await ReadFileAsync(body, fileName, type.Split(';')[0].Trim(), cancellationToken);
        }
        else if (fileName.Length > 0)
        {
            fieldAsFile ??= name is "gpg_signature" ? null : name ?? "None";
        }
        else if (name is not null)
        {
            using var bytes = new MemoryStream();
            await CopyAsync(body, bytes, cancellationToken);
            texts.Add((name, TextPart.Decode(bytes.ToArray(), headers.GetValueOrDefault("content-transfer-encoding"), PartHeader.Parameters(type).GetValueOrDefault("charset"))));
            content = name == "content" ? null : content;
        }
    }

    private async Task ReadFileAsync(Stream body, string fileName, string type, CancellationToken cancellationToken)
    {
        Discard();
        if (keeps > 0)
        {
            incoming = store.NewIncoming();
            content = await ContentReceiver.ReceiveAsync(body, keeps, fileName, type, incoming, store.IsKept, cancellationToken);
        }
    }

    private async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        textLength += PartOverhead;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 14);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                textLength += read;
                await to.WriteAsync(buffer.AsMemory(0, textLength <= TextLimit ? read : throw new FormatException("Invalid Form Data.")), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Finding? Archive(UploadForm form, UploadedContent content)
    {
        using var stream = File.OpenRead(content.Path);
        return UploadRules.OfArchive(form, content.FileName, stream).FirstOrDefault(finding => finding.Severity is FindingSeverity.Error);
    }

    /// <summary>What the server takes for a boundary: as RFC 2046 says, but for the length.</summary>
    [GeneratedRegex(@"\A[ -~]{0,200}[!-~]\n?\z")]
    private static partial Regex Boundary();
}
