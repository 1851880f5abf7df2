using System.Diagnostics.CodeAnalysis;
using System.Text;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Distributions.Rules;

namespace TrustedPublishing.Distributions;

/// <summary>Parsing, with PyPI's texts for names that are invalid.</summary>
public sealed partial record DistributionFileName
{
    private const string SdistExtension = ".tar.gz";

    /// <summary>Parses a file name as packaging 26.2 does; on failure <paramref name="complaint"/> is PyPI's text.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out DistributionFileName? parsed, [NotNullWhen(false)] out string? complaint)
    {
        (parsed, complaint) = fileName.EndsWith(".whl", StringComparison.Ordinal) ? Wheel(fileName)
            : fileName.EndsWith(SdistExtension, StringComparison.Ordinal) ? Sdist(fileName)
            : (null, FileNameRules.UnknownExtension);
        return parsed is not null;
    }

    private static (DistributionFileName?, string?) Wheel(string fileName)
    {
        var stem = fileName[..^".whl".Length];
        var parts = stem.Split('-');
        if (parts.Length is not (5 or 6))
        {
            return (null, $"Invalid wheel filename (wrong number of parts): {PythonText.Repr(stem)}");
        }

        if (parts[0].Contains("__", StringComparison.Ordinal) || !parts[0].EnumerateRunes().All(IsNameCharacter))
        {
            return (null, $"Invalid project name: {PythonText.Repr(stem)}");
        }

        if (!PythonVersion.TryParse(parts[1], out var version))
        {
            return (null, $"Invalid wheel filename (invalid version): {PythonText.Repr(stem)}");
        }

        var build = parts.Length == 6 ? parts[2] : null;
        return build is not null && (build.Length == 0 || !char.IsAsciiDigit(build[0]))
            ? (null, $"Invalid build number: {build} in {PythonText.Repr(stem)}")
            : (Wheel(fileName, parts, version, build), null);
    }

    private static DistributionFileName Wheel(string fileName, string[] parts, PythonVersion version, string? build) => new()
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
    };

    /// <summary>The last dash separates the name from the version, which cannot contain one.</summary>
    private static (DistributionFileName?, string?) Sdist(string fileName)
    {
        var stem = fileName[..^SdistExtension.Length];
        var dash = stem.LastIndexOf('-');
        return dash >= 0 && PythonVersion.TryParse(stem[(dash + 1)..], out var version)
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

    /// <summary>Letters and digits of any script: a later check verifies that the name is the project's normalised name.</summary>
    private static bool IsNameCharacter(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.';
}
