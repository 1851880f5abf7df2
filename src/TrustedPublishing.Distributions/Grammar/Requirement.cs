using System.Diagnostics.CodeAnalysis;

namespace TrustedPublishing.Distributions.Grammar;

/// <summary>
/// A dependency as in <c>Requires-Dist</c> (PEP 508): name, extras, either versions or an address, and a marker. Error messages are those of
/// packaging, because PyPI repeats them for <c>Provides-Dist</c> and <c>Obsoletes-Dist</c>.
/// </summary>
internal sealed record Requirement
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Extras { get; init; }

    public required VersionSpecifiers Versions { get; init; }

    /// <summary>The address of a direct reference, which indexes reject; otherwise null.</summary>
    public string? Url { get; init; }

    public Marker.Group? Marker { get; init; }

    public static bool TryParse(string text, [NotNullWhen(true)] out Requirement? requirement, [NotNullWhen(false)] out string? complaint)
    {
        try
        {
            (requirement, complaint) = (new RequirementParser(text).Parse(), null);
            return true;
        }
        catch (RequirementException broken)
        {
            (requirement, complaint) = (null, broken.Message);
            return false;
        }
    }

    /// <summary>The part on which PyPI's server fails; null if the server can parse or reject it.</summary>
    public static string? WhatFails(string text)
    {
        try
        {
            _ = new RequirementParser(text).Parse();
            return null;
        }
        catch (RequirementException broken)
        {
            return broken.ServerFails;
        }
    }

    /// <summary>The normal form: extras and versions sorted, the marker's values in double quotes.</summary>
    public override string ToString()
    {
        var extras = Extras.Count == 0 ? "" : $"[{string.Join(',', Extras.Distinct().Order(StringComparer.Ordinal))}]";
        var url = Url is null ? "" : $" @ {Url}{(Marker is null ? "" : " ")}";
        return $"{Name}{extras}{Versions}{url}{(Marker is null ? "" : $"; {Marker.WithNormalExtras()}")}";
    }
}
