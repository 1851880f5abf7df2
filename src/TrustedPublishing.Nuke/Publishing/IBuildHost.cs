namespace TrustedPublishing.Nuke.Publishing;

/// <summary>What the code behind a target needs of the build that runs it.</summary>
internal interface IBuildHost
{
    /// <summary>The repository's root.</summary>
    string Root { get; }

    /// <summary>A folder for what nobody keeps.</summary>
    string TemporaryFolder { get; }

    /// <summary>Whether the build runs on somebody's own machine.</summary>
    bool IsLocal { get; }

    /// <summary>The page of the run that the CI system shows; null where there is none.</summary>
    OutputFile? JobSummary { get; }

    /// <summary>Replaces what the build's table says of the running target.</summary>
    void Summarise(IReadOnlyDictionary<string, string> summary);

    /// <summary>Decides the exit code of the process.</summary>
    void ExitWith(int code);
}
