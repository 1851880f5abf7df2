namespace TrustedPublishing.Nuke.Reporting;

/// <summary>The result of one release of a run: one project to one index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Report">The state of every file; null if the files are unknown.</param>
/// <param name="Failure">Why it stopped; null if it did not stop or never started.</param>
/// <param name="IsAttempted">Whether it started: a release after a failed one does not.</param>
internal sealed record ReleaseResult(PackageIndex Index, PublishReport? Report, PublishException? Failure, bool IsAttempted)
{
    public bool Succeeded => IsAttempted && Failure is null && Report is { Succeeded: true };

    /// <summary>The name of the release, as far as it is known: <c>greeter 1.0.0</c>.</summary>
    public string Name => Report is null ? "the release" : $"{Report.Project} {Report.Version}";

    /// <summary>How it ended, in a few words.</summary>
    public string Ending => Failure is { } failure ? $"failed ({failure.Failure})" : IsAttempted ? "published" : "not attempted";
}
