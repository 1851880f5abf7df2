using System.Text.Json;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Output;

namespace TrustedPublishing.Release;

/// <summary>Reads and writes the journal file.</summary>
internal static class ReleaseJournalFile
{
    private const int Largest = 16 << 20;

    private static readonly JournalJson Json = new(new(JournalJson.Default.Options) { Encoder = AsciiJson.Encoder });

    /// <summary>The document, or the reason why it cannot be used; neither if the file does not exist.</summary>
    public static (JournalDocument? Document, string? Complaint) Read(string path)
    {
        try
        {
            var document = File.Exists(path) ? JsonSerializer.Deserialize(RegularFile.ReadAllBytes(path, Largest), JournalJson.Default.JournalDocument) : null;
            return !File.Exists(path) ? default
                : document is { Format: JournalDocument.Known } && document.IsWhole() ? (document, null)
                : (null, "it is not a journal of this program, or one of another version");
        }
        catch (JsonException)
        {
            return (null, "it is incomplete, or not a journal");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Writes and flushes a temporary file and renames it, so that a complete file exists even if the process dies.</summary>
    public static void Write(string path, JournalDocument document)
    {
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, document, Json.JournalDocument);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
