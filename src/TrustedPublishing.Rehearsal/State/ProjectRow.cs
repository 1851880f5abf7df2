using System.Collections.Immutable;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>A project with all its data.</summary>
internal sealed record ProjectRow
{
    public required Guid Id { get; init; }

    /// <summary>The display name: as spelled in the latest upload.</summary>
    public required string Name { get; init; }

    public RehearsalProjectStatus Status { get; init; }

    public ImmutableList<ReleaseRow> Releases { get; init; } = [];

    public ImmutableList<FileRow> Files { get; init; } = [];

    /// <summary>The users who may upload.</summary>
    public ImmutableHashSet<string> Uploaders { get; init; } = [];

    public long Serial { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The size limit of one file in bytes; null: the index's.</summary>
    public long? FileLimit { get; init; }

    /// <summary>The limit on the total size in bytes; null: the index's.</summary>
    public long? TotalLimit { get; init; }

    /// <summary>The organisation that owns it; null if users do.</summary>
    public string? Organization { get; init; }

    public string NormalizedName => ProjectName.Normalize(Name);

    public long TotalSize => Files.Sum(file => file.Size);

    public ReleaseRow? Release(PythonVersion version) =>
        Releases.Find(release => PythonVersion.TryParse(release.Version, out var known) && known.Equals(version));

    /// <summary>
    /// The release that represents the project: unyanked before yanked, final before pre-release, then the highest. Null if there is none.
    /// </summary>
    public ReleaseRow? Latest => Ordered.OrderBy(release => release.Yanked).ThenBy(release => release.Parsed?.IsPrerelease).FirstOrDefault();

    /// <summary>The releases from the highest version down.</summary>
    public IEnumerable<ReleaseRow> Ordered => Releases.OrderByDescending(release => release.Parsed);

    public IEnumerable<FileRow> FilesOf(ReleaseRow release) => Files.Where(file => file.Version == release.Version);
}
