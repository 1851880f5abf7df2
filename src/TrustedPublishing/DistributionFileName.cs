using System.Diagnostics.CodeAnalysis;

namespace TrustedPublishing;

/// <summary>The name of a distribution file, taken apart (wheels: PEP 427; sdists: PEP 625).</summary>
public sealed record DistributionFileName
{
    private DistributionFileName()
    {
    }

    /// <summary>The file name as it is.</summary>
    public required string Text { get; init; }

    /// <summary>Which kind the extension says.</summary>
    public required DistributionKind Kind { get; init; }

    /// <summary>The project's normalised name (PEP 503).</summary>
    public required string Project { get; init; }

    /// <summary>The version.</summary>
    public required PythonVersion Version { get; init; }

    /// <summary>The name and version as the file name spells them, for example <c>foo_bar-1.0</c>; a wheel's <c>.dist-info</c> folder begins so.</summary>
    public required string Stem { get; init; }

    /// <summary>The build tag of a wheel; null for none and for sdists.</summary>
    public string? Build { get; init; }

    /// <summary>The Python tags of a wheel, for example <c>py2</c> and <c>py3</c>; empty for sdists.</summary>
    public IReadOnlyList<string> PythonTags { get; init; } = [];

    /// <summary>The ABI tags of a wheel; empty for sdists.</summary>
    public IReadOnlyList<string> AbiTags { get; init; } = [];

    /// <summary>The platform tags of a wheel; empty for sdists.</summary>
    public IReadOnlyList<string> PlatformTags { get; init; } = [];

    /// <summary>Takes a file name apart; on failure <paramref name="complaint"/> is PyPI's text.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out DistributionFileName? parsed, [NotNullWhen(false)] out string? complaint)
    {
        (parsed, complaint) = fileName.EndsWith(".whl", StringComparison.Ordinal) ? Wheel(fileName)
            : fileName.EndsWith(".tar.gz", StringComparison.Ordinal) ? Sdist(fileName)
            : (null, "Invalid file extension: Use .tar.gz, .whl or .zip extension.");
        return parsed is not null;
    }

    private static (DistributionFileName?, string?) Wheel(string fileName)
    {
        var stem = fileName[..^".whl".Length];
        var parts = stem.Split('-');
        if (parts.Length is not (5 or 6))
        {
            return (null, $"Invalid wheel filename (wrong number of parts): '{stem}'");
        }

        if (parts[0].Contains("__", StringComparison.Ordinal) || parts[0].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_')))
        {
            return (null, $"Invalid project name: '{fileName}'");
        }

        if (!PythonVersion.TryParse(parts[1], out var version))
        {
            return (null, $"Invalid wheel filename (invalid version): '{fileName}'");
        }

        var build = parts.Length == 6 ? parts[2] : null;
        return build is not null && (build.Length == 0 || !char.IsAsciiDigit(build[0]))
            ? (null, $"Invalid build number: {build} in '{fileName}'")
            : (new()
            {
                Text = fileName,
                Kind = DistributionKind.Wheel,
                Project = ProjectName.Normalize(parts[0]),
                Version = version,
                Stem = $"{parts[0]}-{parts[1]}",
                Build = build,
                PythonTags = parts[^3].Split('.'),
                AbiTags = parts[^2].Split('.'),
                PlatformTags = parts[^1].Split('.'),
            }, null);
    }

    private static (DistributionFileName?, string?) Sdist(string fileName)
    {
        var stem = fileName[..^".tar.gz".Length];
        var dash = stem.LastIndexOf('-');
        return dash > 0 && PythonVersion.TryParse(stem[(dash + 1)..], out var version)
            ? (new()
            {
                Text = fileName,
                Kind = DistributionKind.Sdist,
                Project = ProjectName.Normalize(stem[..dash]),
                Version = version,
                Stem = stem,
            }, null)
            : (null, $"Invalid source distribution filename: {fileName}");
    }
}
