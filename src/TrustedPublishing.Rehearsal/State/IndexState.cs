using System.Collections.Immutable;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>
/// Everything the index knows, as one immutable value: a judge takes one and gives the next, so that what is refused leaves nothing behind
/// and what is accepted appears at once.
/// </summary>
internal sealed record IndexState
{
    /// <summary>By normalised name.</summary>
    public ImmutableDictionary<string, ProjectRow> Projects { get; init; } = ImmutableDictionary<string, ProjectRow>.Empty;

    public ImmutableList<PublisherRow> Publishers { get; init; } = [];

    public ImmutableDictionary<Guid, TokenRow> Tokens { get; init; } = ImmutableDictionary<Guid, TokenRow>.Empty;

    /// <summary>Identity tokens that were exchanged, as issuer and identifier, with the unix time until which that is remembered.</summary>
    public ImmutableDictionary<string, long> UsedIdentities { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Every file name ever used: names of deleted files are never free again.</summary>
    public ImmutableHashSet<string> FileNames { get; init; } = [];

    /// <summary>The projects that were created by upload lately, in the order of time.</summary>
    public ImmutableList<CreationRow> Creations { get; init; } = [];

    /// <summary>Counts the changes.</summary>
    public long Serial { get; init; }

    public ProjectRow? Project(string name) => Projects.GetValueOrDefault(ProjectName.Normalize(name));

    public ProjectRow? Project(Guid id) => Projects.Values.FirstOrDefault(project => project.Id == id);

    public PublisherRow? Publisher(Guid id) => Publishers.Find(row => row.Id == id);

    public IEnumerable<FileRow> Files => Projects.Values.SelectMany(project => project.Files);

    /// <summary>The state with a project put in place; the serials follow.</summary>
    public IndexState With(ProjectRow project) => this with
    {
        Serial = Serial + 1,
        Projects = Projects.SetItem(project.NormalizedName, project with { Serial = Serial + 1 }),
    };
}
