using System.Text.Json;
using System.Text.Json.Serialization;
using TrustedPublishing.Distributions;
using TrustedPublishing.Output;

namespace TrustedPublishing.Release;

/// <summary>The state of a file in the journal.</summary>
[JsonConverter(typeof(JournalStateConverter))]
internal enum JournalState
{
    /// <summary>Found and inspected; not sent.</summary>
    Planned,

    /// <summary>Being sent. After a run that died, the file may or may not be on the index.</summary>
    Uploading,

    /// <summary>Sent and accepted.</summary>
    Uploaded,

    /// <summary>The index already had the same content.</summary>
    AlreadyPresent,

    /// <summary>Rejected, or given up.</summary>
    Failed,

    /// <summary>Sent, but no response was received.</summary>
    Unknown,
}

/// <summary>The entry of one file. Attempts are counted over all runs with the same content.</summary>
internal sealed record JournalEntry(
    string File, long Size, string Sha256, JournalState State, int Attempts, string? Text, DateTimeOffset? Started, DateTimeOffset? Finished);

/// <summary>The journal file: the release that was written last, and those of other projects or to other indexes.</summary>
internal sealed record JournalDocument(string Format, string Index, string? Commit, string? Run, IReadOnlyList<JournalEntry> Files)
{
    public const string Known = "trusted-publishing-journal-1";

    private const int MostOthers = 50;

    /// <summary>The other releases; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JournalDocument>? Others { get; init; }

    public static JournalDocument Begin(PackageIndex target, IReadOnlyDictionary<string, string> environment, IReadOnlyList<Distribution> distributions, JournalDocument? earlier)
    {
        var index = Redacted.Url(target.UploadUrl);
        var (commit, run) = CiRun.FromEnvironment(environment);
        JournalEntry[] entries = [.. (earlier?.All ?? []).Where(document => document.Index == index).SelectMany(document => document.Files)];
        return new(Known, index, commit, run, [.. distributions.Select(distribution => Planned(distribution, entries))]);
    }

    /// <summary>The same document with the other releases that the file already contains.</summary>
    public JournalDocument Beside(JournalDocument? present) =>
        this with { Others = (present?.All ?? []).Where(other => !IsSameRelease(other)).Take(MostOthers).ToArray() is { Length: > 0 } others ? others : null };

    /// <summary>Whether all required parts are present.</summary>
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

/// <summary>Writes states as the journal spells them.</summary>
internal sealed class JournalStateConverter() : JsonStringEnumConverter<JournalState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>The journal's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JournalDocument))]
internal sealed partial class JournalJson : JsonSerializerContext;
