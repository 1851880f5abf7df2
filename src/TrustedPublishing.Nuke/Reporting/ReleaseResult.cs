namespace TrustedPublishing.Nuke.Reporting;

/// <summary>What became of one release of a run: one project to one index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Report">What became of every file; null when the files are not known.</param>
/// <param name="Failure">Why it stopped; null when it did not, or never began.</param>
/// <param name="IsAttempted">Whether it began: a release after one that failed does not.</param>
internal sealed record ReleaseResult(PackageIndex Index, PublishReport? Report, PublishException? Failure, bool IsAttempted)
{
    public bool Succeeded => IsAttempted && Failure is null && Report is { Succeeded: true };

    /// <summary>The release, as far as it is known: <c>greeter 1.0.0</c>.</summary>
    public string Name => Report is null ? "the release" : $"{Report.Project} {Report.Version}";

    /// <summary>How it ended, in a few words.</summary>
    public string Ending => Failure is { } failure ? $"failed ({failure.Failure})" : IsAttempted ? "published" : "not attempted";
}
