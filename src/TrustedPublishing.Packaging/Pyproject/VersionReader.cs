using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The version: static in the file, or supplied by the caller if the file declares it as dynamic.</summary>
internal static class VersionReader
{
    /// <summary>A placeholder for a version that could not be parsed, used while other findings are collected; never written.</summary>
    public static readonly PythonVersion Unknown = PythonVersion.TryParse("0", out var zero) ? zero : throw new InvalidOperationException();

    public static PythonVersion? Read(TableReading reading, string? given, FindingList complaints)
    {
        var stated = reading.Text("version");
        var dynamic = reading.Texts("dynamic").FirstOrDefault(item => item.Text == "version");
        var contradiction = (stated, dynamic, given) switch
        {
            ({ }, { }, _) => Diagnostics.StaticAndDynamic(dynamic, "version"),
            ({ }, null, { }) => Diagnostics.VersionNotDynamic(stated, given),
            (null, { }, null) => Diagnostics.VersionNotGiven(dynamic),
            (null, null, _) => reading.Node("version") is null ? Diagnostics.NoVersion(given) : null,
            _ => null,
        };
        if (contradiction is not null)
        {
            complaints.Add(contradiction);
            return null;
        }

        return stated is not null ? Parse(stated.Text!, stated, complaints) : given is null ? null : FromBuild(given, dynamic!, complaints);
    }

    /// <summary>
    /// A Python or NuGet version that the build computed. A version with a dash is a NuGet version, in which the dash starts a pre-release; Python
    /// would read a number after it as a post-release. Build metadata is dropped, because indexes reject it.
    /// </summary>
    private static PythonVersion? FromBuild(string given, TomlNode node, FindingList complaints)
    {
        var text = given.Split('+')[0];
        if (!text.Contains('-', StringComparison.Ordinal))
        {
            return Parse(text, node, complaints);
        }

        try
        {
            return PythonVersion.FromSemVer(text);
        }
        catch (FormatException refusal)
        {
            complaints.Add(Diagnostics.VersionOfBuild(node, refusal.Message));
            return null;
        }
    }

    private static PythonVersion? Parse(string text, TomlNode node, FindingList complaints)
    {
        if (!PythonVersion.TryParse(text, out var version))
        {
            complaints.Add(Diagnostics.InvalidVersion(node, text));
            return null;
        }

        if (version.Local is not null)
        {
            complaints.Add(Diagnostics.LocalVersion(node, text));
        }

        return version;
    }
}
