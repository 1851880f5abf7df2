namespace TrustedPublishing.Nuke.Reporting;

/// <summary>What the code of a target needs from the build that runs it.</summary>
internal interface IBuildHost
{
    /// <summary>The repository's root.</summary>
    string Root { get; }

    /// <summary>A folder for temporary files.</summary>
    string TemporaryFolder { get; }

    /// <summary>Whether the build runs on a developer's machine.</summary>
    bool IsLocal { get; }

    /// <summary>The summary page of the CI run; null if there is none.</summary>
    OutputFile? JobSummary { get; }

    /// <summary>Replaces the text of the running target in the build's table.</summary>
    void Summarise(IReadOnlyDictionary<string, string> summary);

    /// <summary>Sets the exit code of the process.</summary>
    void ExitWith(int code);
}
