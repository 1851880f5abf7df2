using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TrustedPublishing.Distributions;
using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Uploading;

/// <summary>Receives the form of an upload and stores its file separately; if there are several files, the last one counts.</summary>
/// <param name="store">Where files are stored until they are checked.</param>
/// <param name="keeps">The maximum number of bytes of a file to keep; none for a caller who may not upload at all.</param>
internal sealed class UploadReader(IndexStore store, long keeps)
{
    /// <summary>The limit for all text parts together, in bytes, with an overhead per part so that many empty parts count too.</summary>
    private const int TextLimit = 128 * 1024 * 1024;
    private const int PartOverhead = 64;
    /// <summary>The server uses the common name <c>None</c> for all parts without a name.</summary>
    private const string Nameless = "None";
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly List<(string Name, string? Value)> texts = [];
    private readonly HashSet<string> asFiles = [];
    private readonly HashSet<string> unusable = [];

    /// <summary>The server decodes only after it has read everything.</summary>
    private readonly List<Action> decodings = [];
    private UploadedContent? content;
    private string? incoming;
    private long textLength;

    /// <summary>The name of the received file, whether or not it was stored; null if there was none.</summary>
    public string? FileName { get; private set; }

    /// <summary>Reads everything; a request that is not a form has no fields.</summary>
    /// <exception cref="FormatException">The form cannot be parsed.</exception>
    public async Task<UploadAttempt> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await ReadBodyAsync(request, cancellationToken);
        var (form, replaced) = (FieldCleanup.Clean(texts), FieldCleanup.Replaced(texts));
        return new()
        {
            Authorization = request.Headers.Authorization.FirstOrDefault(),
            Form = new([.. form.Fields.Where(field => field.Name != Nameless)]),
            FieldAsFile = asFiles.Except(replaced).FirstOrDefault(),
            IsUnusable = unusable.Except(replaced).Any(),
            Content = content,
            ArchiveError = new(() => Archive(form, content!)),
            Metadata = new(() => WheelMetadata.Read(content!)),
        };
    }

    /// <summary>Deletes whatever was received and not stored.</summary>
    public void Discard()
    {
        if (incoming is not null)
        {
            File.Delete(incoming); // it may be incomplete
        }
    }

    private async Task ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.ContentType ?? "";
        var type = header.Split(';', 2)[0];
        if (type is not ("" or FormType or "multipart/form-data"))
        {
            return;
        }

        PartHeader.RequireUtf8(header);
        if (type != "multipart/form-data")
        {
            await ReadPairsAsync(request, cancellationToken);
            return;
        }

        var form = new MultipartForm(request.Body, PartHeader.Boundary(header));
        while (await form.NextAsync(cancellationToken) is { } headers)
        {
            await ReadPartAsync(form, headers, cancellationToken);
        }

        decodings.ForEach(decode => decode());
    }

    private async Task ReadPairsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new FormReader(request.Body);
            var fields = await reader.ReadFormAsync(cancellationToken);
            texts.AddRange(fields.SelectMany(field => field.Value, (field, value) => (field.Key, (string?)(value ?? ""))));
        }
        catch (InvalidDataException exception)
        {
            throw new FormatException("Invalid Form Data.", exception);
        }
    }

    private async Task ReadPartAsync(MultipartForm form, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var disposition = PartHeader.Parameters(headers.GetValueOrDefault("content-disposition", ""));
        var (name, fileName) = (disposition.GetValueOrDefault("name"), disposition.GetValueOrDefault("filename"));
        var typeHeader = headers.GetValueOrDefault("content-type", "text/plain");
        var (type, charset) = (PartHeader.Value(typeHeader), PartHeader.Parameters(typeHeader).GetValueOrDefault("charset"));
        var isForm = type == FormType || type.StartsWith("multipart/", StringComparison.Ordinal);
        if (isForm)
        {
            _ = type == FormType ? "" : PartHeader.Boundary(typeHeader);
            await form.CloseAsync(cancellationToken); // the server treats everything that follows as belonging to this part
        }

        await using var body = form.AsStream();
        if (!string.IsNullOrEmpty(fileName))
        {
            var received = name == "content" && !isForm ? await ReadFileAsync(body, fileName, type, cancellationToken) : null;
            decodings.Add(() => Keep(name, received, TextPart.InCharset(fileName, charset), isForm));
        }
        else
        {
            using var bytes = new MemoryStream();
            await CopyAsync(body, bytes, cancellationToken);
            var (text, encoding, isText) = (bytes.ToArray(), headers.GetValueOrDefault("content-transfer-encoding"), !isForm && fileName is null);
            decodings.Add(() => Keep(name, isText ? TextPart.Decode(text, encoding, charset) : TextPart.NoText(encoding, charset)));
        }
    }

    /// <summary>The server cannot read a form that was sent as a file.</summary>
    private void Keep(string? name, UploadedContent? received, string fileName, bool isForm)
    {
        if (name == "content" && isForm)
        {
            Keep(name, null);
        }
        else if (name == "content")
        {
            FileName = fileName;
            content = received is null ? null : received with { FileName = fileName };
        }
        else
        {
            texts.Add((name ?? Nameless, null));
            asFiles.UnionWith(name == "gpg_signature" ? [] : [name ?? Nameless]);
        }
    }

    /// <summary>Null is a value that is not text, which the server ignores.</summary>
    private void Keep(string? name, string? value)
    {
        content = name == "content" ? null : content;
        texts.Add((name ?? Nameless, name == "content" ? value ?? "" : value));
        unusable.UnionWith(value is null && name is not null and not "content" && UploadForm.Knows(name) ? [name] : []);
    }

    private async Task<UploadedContent?> ReadFileAsync(Stream body, string fileName, string type, CancellationToken cancellationToken)
    {
        FileName = fileName;
        Discard();
        if (keeps == 0)
        {
            return null;
        }

        incoming = store.NewIncoming();
        return await ContentReceiver.ReceiveAsync(body, keeps, fileName, type, incoming, store.IsKept, cancellationToken);
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
