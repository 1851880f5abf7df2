using System.Collections.Immutable;
using TrustedPublishing.Distributions;

namespace TrustedPublishing.Rehearsal.State;

/// <summary>A release. Its metadata is that of its first upload: later uploads are checked, but do not change it.</summary>
internal sealed record ReleaseRow
{
    /// <summary>The version of the first upload, in normal form.</summary>
    public required string Version { get; init; }

    /// <summary>The start of the 14 days in which files may be added.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The form fields of the first upload.</summary>
    public required ImmutableList<FormField> Fields { get; init; }

    /// <summary>The links that an upload by a trusted publisher has verified: label, or field, and address.</summary>
    public ImmutableHashSet<string> VerifiedLinks { get; init; } = [];

    public bool Yanked { get; init; }

    public string? YankedReason { get; init; }

    public PythonVersion? Parsed => PythonVersion.TryParse(Version, out var version) ? version : null;

    public string? Field(string name) => Fields.Find(field => field.Name == name)?.Value;

    public IReadOnlyList<string> Values(string name) => [.. Fields.Where(field => field.Name == name).Select(field => field.Value)];

    /// <summary>In the server's format: each specifier without white space, in ordinal order.</summary>
    public string? RequiresPython => Field("requires_python") is { Length: > 0 } text
        ? string.Join(',', text.Split(',').Select(part => part.Replace(" ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        : null;
}
