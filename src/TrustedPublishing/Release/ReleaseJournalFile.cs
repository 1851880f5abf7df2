using System.Text.Json;
using TrustedPublishing.LocalSystem;
using TrustedPublishing.Output;

namespace TrustedPublishing.Release;

/// <summary>Reads and writes the ledger's file.</summary>
internal static class ReleaseJournalFile
{
    private const int Largest = 16 << 20;

    private static readonly LedgerJson Json = new(new(LedgerJson.Default.Options) { Encoder = AsciiJson.Encoder });

    /// <summary>The document, or why there is none to be used; neither when there is no file.</summary>
    public static (LedgerDocument? Document, string? Complaint) Read(string path)
    {
        try
        {
            var document = File.Exists(path) ? JsonSerializer.Deserialize(RegularFile.ReadAllBytes(path, Largest), LedgerJson.Default.LedgerDocument) : null;
            return !File.Exists(path) ? default
                : document is { Format: LedgerDocument.Known } && document.IsWhole() ? (document, null)
                : (null, "it is not a ledger of this program, or one of another version");
        }
        catch (JsonException)
        {
            return (null, "it is torn, or not a ledger");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Writes beside the file, down to the disk, and then renames: whenever the process dies, the old or the new one is whole.</summary>
    public static void Write(string path, LedgerDocument document)
    {
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, document, Json.LedgerDocument);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
