using System.Text.Json;
using System.Text.Json.Serialization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Release;

/// <summary>What the journal says of a file.</summary>
[JsonConverter(typeof(JournalStateConverter))]
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

/// <summary>A file of the journal. Attempts are counted over all runs with the same bytes.</summary>
internal sealed record JournalEntry(
    string File, long Size, string Sha256, JournalState State, int Attempts, string? Text, DateTimeOffset? Started, DateTimeOffset? Finished);

/// <summary>The journal's file: the release that was written last, and beside it those of other projects or to other indexes.</summary>
internal sealed record JournalDocument(string Format, string Index, string? Commit, string? Run, IReadOnlyList<JournalEntry> Files)
{
    public const string Known = "trusted-publishing-journal-1";

    private const int MostOthers = 50;

    /// <summary>The other releases; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JournalDocument>? Others { get; init; }

    public static JournalDocument Begin(PublishOptions options, IReadOnlyList<Distribution> distributions, JournalDocument? earlier)
    {
        var index = Redacted.Url(options.Index.UploadUrl);
        var (commit, run) = CiRun.FromEnvironment(options.Environment);
        JournalEntry[] entries = [.. (earlier?.All ?? []).Where(document => document.Index == index).SelectMany(document => document.Files)];
        return new(Known, index, commit, run, [.. distributions.Select(distribution => Planned(distribution, entries))]);
    }

    /// <summary>The same, with what the file holds of other releases.</summary>
    public JournalDocument Beside(JournalDocument? present) =>
        this with { Others = (present?.All ?? []).Where(other => !IsSameRelease(other)).Take(MostOthers).ToArray() is { Length: > 0 } others ? others : null };

    /// <summary>Whether nothing is missing where the format demands something.</summary>
    public bool IsWhole() => Files.All(entry => entry is not null) && (Others ?? []).All(other => other is { Others: null } && other.IsWhole());

    private IEnumerable<JournalDocument> All => [this with { Others = null }, .. Others ?? []];

    private IEnumerable<string> Projects => Files.Select(entry => DistributionFileName.TryParse(entry.File, out var name, out _) ? name.Project : entry.File);

    private bool IsSameRelease(JournalDocument other) => other.Index == Index && (Files.Count == 0 || other.Files.Count == 0 || Projects.Intersect(other.Projects).Any());

    private static JournalEntry Planned(Distribution distribution, IEnumerable<JournalEntry> earlier)
    {
        var entry = earlier.FirstOrDefault(file => file.File == distribution.FileName.Text && file.Sha256 == distribution.Sha256);
        return new(distribution.FileName.Text, distribution.Size, distribution.Sha256, JournalState.Planned, entry?.Attempts ?? 0, entry?.Text, entry?.Started, null);
    }
}

/// <summary>States in the journal's spelling.</summary>
internal sealed class JournalStateConverter() : JsonStringEnumConverter<JournalState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>The journal's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JournalDocument))]
internal sealed partial class JournalJson : JsonSerializerContext;
