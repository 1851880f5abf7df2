using TrustedPublishing.Nuke.Publishing;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>How a release is rehearsed.</summary>
internal sealed record RehearsalRequest
{
    /// <summary>The releases as they would be: one for each index.</summary>
    public required IReadOnlyList<PublishOptions> Releases { get; init; }

    public required RehearsalOptions Index { get; init; }

    /// <summary>What Python runs after the release was installed.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public required OutputFile? Report { get; init; }

    /// <summary>Where the pages of the rehearsal are written.</summary>
    public required string PagesFolder { get; init; }

    /// <summary>Whether they are opened in the browser of somebody's own machine.</summary>
    public bool OpensPages { get; init; }

    /// <summary>A file in the folder that receives the attestations.</summary>
    public required OutputFile? Attestations { get; init; }

    /// <summary>The folder of <c>pyproject.toml</c>.</summary>
    public required string ProjectFolder { get; init; }
}
