namespace TrustedPublishing.Nuke.Parameters;

/// <summary>The sources of parameters, as texts before any conversion.</summary>
internal sealed record ParameterSources
{
    /// <summary>The command line without the program name.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Existing parameters files: their names for messages and their contents.</summary>
    public required IReadOnlyList<(string Name, string Content)> Files { get; init; }

    /// <summary>Where relative paths of the command line and of variables begin.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Where relative paths of parameters files begin.</summary>
    public required string Root { get; init; }

    /// <summary>Whether others can read the log and the process list.</summary>
    public required bool IsInCi { get; init; }

    /// <summary>The names of all parameters of the build, including NUKE's and the user's own, case-insensitive.</summary>
    public required IReadOnlySet<string> AllNames { get; init; }
}
