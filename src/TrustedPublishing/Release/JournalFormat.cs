using System.Text.Json;
using System.Text.Json.Serialization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Release;

/// <summary>What the ledger says of a file.</summary>
[JsonConverter(typeof(LedgerStateConverter))]
internal enum JournalState
{
    /// <summary>Found and inspected; not sent.</summary>
    Planned,

    /// <summary>Being sent. Found after a run has died: it may or may not be on the index.</summary>
    Uploading,

    /// <summary>Sent and accepted.</summary>
    Uploaded,

    /// <summary>The index had the same bytes before.</summary>
    AlreadyPresent,

    /// <summary>Refused, or given up.</summary>
    Failed,

    /// <summary>Sent, and no answer was had.</summary>
    Unknown,
}

/// <summary>A file of the ledger. Attempts are counted over all runs with the same bytes.</summary>
internal sealed record JournalEntry(
    string File, long Size, string Sha256, JournalState State, int Attempts, string? Text, DateTimeOffset? Started, DateTimeOffset? Finished);

/// <summary>The ledger's file.</summary>
internal sealed record LedgerDocument(string Format, string Index, string? Commit, string? Run, IReadOnlyList<JournalEntry> Files)
{
    public const string Known = "trusted-publishing-ledger-1";

    public static LedgerDocument Begin(PublishOptions options, IReadOnlyList<Distribution> distributions, LedgerDocument? earlier)
    {
        var index = Redacted.Url(options.Index.UploadUrl);
        var (commit, run) = CiRun.FromEnvironment(options.Environment);
        return new(Known, index, commit, run, [.. distributions.Select(distribution => Planned(distribution, earlier?.Index == index ? earlier : null))]);
    }

    private static JournalEntry Planned(Distribution distribution, LedgerDocument? earlier)
    {
        var entry = earlier?.Files.FirstOrDefault(file => file.File == distribution.FileName.Text && file.Sha256 == distribution.Sha256);
        return new(distribution.FileName.Text, distribution.Size, distribution.Sha256, JournalState.Planned, entry?.Attempts ?? 0, entry?.Text, entry?.Started, null);
    }
}

/// <summary>States in the ledger's spelling.</summary>
internal sealed class LedgerStateConverter() : JsonStringEnumConverter<JournalState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>The ledger's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LedgerDocument))]
internal sealed partial class LedgerJson : JsonSerializerContext;
