using TrustedPublishing.Nuke.Reporting;
using TrustedPublishing.Rehearsal;

namespace TrustedPublishing.Nuke.Rehearsing;

/// <summary>The request to rehearse a release.</summary>
internal sealed record RehearsalRequest
{
    /// <summary>The releases to rehearse, one for each index.</summary>
    public required IReadOnlyList<PublishOptions> Releases { get; init; }

    public required RehearsalOptions Index { get; init; }

    /// <summary>The arguments with which Python is run after the release has been installed.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public required OutputFile? Report { get; init; }

    /// <summary>The folder for the pages of the rehearsal.</summary>
    public required string PagesFolder { get; init; }

    /// <summary>Whether they are opened in the browser of a developer's machine.</summary>
    public bool OpensPages { get; init; }

    /// <summary>A file in the folder for attestations.</summary>
    public required OutputFile? Attestations { get; init; }

    /// <summary>The folder of <c>pyproject.toml</c>.</summary>
    public required string ProjectFolder { get; init; }
}
