using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Receives the form of an upload with ASP.NET's multipart reader, which shares nothing with the client's writer.</summary>
internal sealed class UploadReader(IndexStore store)
{
    /// <summary>All text parts together, in bytes, with something for each so that many empty ones count too.</summary>
    private const int TextLimit = 128 * 1024 * 1024;
    private const int PartOverhead = 64;

    private readonly List<(string Name, string Value)> texts = [];
    private string? fieldAsFile;
    private UploadedContent? content;
    private string? incoming;
    private long textLength;

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
        else if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary)
        {
            var reader = new MultipartReader(boundary.ToString(), request.Body, 1 << 16) { HeadersLengthLimit = 64 * 1024 };
            await ReadPartsAsync(reader, cancellationToken);
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

    private async Task ReadPartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                await ReadPartAsync(section, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException || exception.Message.StartsWith("Unexpected end of Stream", StringComparison.Ordinal))
        {
            throw new FormatException("Invalid Form Data.", exception);
        }
    }

    private async Task ReadPartAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var disposition = PartHeader.Parameters(section.ContentDisposition ?? "");
        var name = disposition.GetValueOrDefault("name");
        var fileName = disposition.GetValueOrDefault("filename", "");
        if (name == "content" && fileName.Length > 0 && content is null)
        {
            incoming = store.NewIncoming();
            content = await ContentReceiver.ReceiveAsync(section.Body, fileName, section.ContentType?.Split(';')[0].Trim() ?? "", incoming, store.IsKept, cancellationToken);
        }
        else if (name is null || fileName.Length > 0)
        {
            fieldAsFile ??= name is null or "content" or "gpg_signature" ? null : name;
            await section.Body.DrainAsync(cancellationToken);
        }
        else
        {
            using var bytes = new MemoryStream();
            await CopyAsync(section.Body, bytes, cancellationToken);
            var charset = PartHeader.Parameters(section.ContentType ?? "").GetValueOrDefault("charset");
            texts.Add((name, TextPart.Decode(bytes.ToArray(), section.Headers?.GetValueOrDefault("Content-Transfer-Encoding").FirstOrDefault(), charset)));
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
}
