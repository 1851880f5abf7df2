using TrustedPublishing.Rehearsal.State;

namespace TrustedPublishing.Rehearsal.Serving;

/// <summary>The state as shown by a cache that has not seen the latest uploads.</summary>
internal static class Staleness
{
    public static IndexState At(IndexState state, DateTimeOffset moment) => state with
    {
        Projects = state.Projects.Where(project => project.Value.Created <= moment)
            .Select(project => KeyValuePair.Create(project.Key, project.Value with { Files = project.Value.Files.RemoveAll(file => file.Uploaded > moment) }))
            .ToImmutable(),
    };

    private static System.Collections.Immutable.ImmutableDictionary<string, ProjectRow> ToImmutable(this IEnumerable<KeyValuePair<string, ProjectRow>> projects) =>
        System.Collections.Immutable.ImmutableDictionary.CreateRange(projects);
}
