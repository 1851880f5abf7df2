using System.Collections.Immutable;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>
/// The whole state of the index as one immutable value: each operation takes a state and returns the next, so that a rejected request leaves
/// nothing behind and an accepted one becomes visible at once.
/// </summary>
internal sealed record IndexState
{
    /// <summary>The projects by normalised name.</summary>
    public ImmutableDictionary<string, ProjectRow> Projects { get; init; } = ImmutableDictionary<string, ProjectRow>.Empty;

    public ImmutableList<PublisherRow> Publishers { get; init; } = [];

    public ImmutableDictionary<Guid, TokenRow> Tokens { get; init; } = ImmutableDictionary<Guid, TokenRow>.Empty;

    /// <summary>Identity tokens that have been exchanged, as issuer and identifier, with the Unix time until which they are remembered.</summary>
    public ImmutableDictionary<string, long> UsedIdentities { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Every file name ever used: the names of deleted files never become available again.</summary>
    public ImmutableHashSet<string> FileNames { get; init; } = [];

    /// <summary>The projects that were recently created by upload, in chronological order.</summary>
    public ImmutableList<CreationRow> Creations { get; init; } = [];

    /// <summary>The number of changes.</summary>
    public long Serial { get; init; }

    public ProjectRow? Project(string name) => Projects.GetValueOrDefault(ProjectName.Normalize(name));

    public ProjectRow? Project(Guid id) => Projects.Values.FirstOrDefault(project => project.Id == id);

    public PublisherRow? Publisher(Guid id) => Publishers.Find(row => row.Id == id);

    public IEnumerable<FileRow> Files => Projects.Values.SelectMany(project => project.Files);

    /// <summary>The state with a project added or replaced, and with updated serials.</summary>
    public IndexState With(ProjectRow project) => this with
    {
        Serial = Serial + 1,
        Projects = Projects.SetItem(project.NormalizedName, project with { Serial = Serial + 1 }),
    };
}
