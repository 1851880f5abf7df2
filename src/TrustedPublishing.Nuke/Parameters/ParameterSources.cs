namespace TrustedPublishing.Nuke.Parameters;

/// <summary>Where parameters come from, as texts and before anything is converted.</summary>
internal sealed record ParameterSources
{
    /// <summary>The command line without the program.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Parameters files that exist: their names for messages and their contents.</summary>
    public required IReadOnlyList<(string Name, string Content)> Files { get; init; }

    /// <summary>Whether others can read the log and the list of processes.</summary>
    public required bool IsInCi { get; init; }

    /// <summary>The names of all parameters of the build, those of NUKE and of the user included, in any case.</summary>
    public required IReadOnlySet<string> AllNames { get; init; }
}
