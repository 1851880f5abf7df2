using System.Formats.Tar;
using System.Text;
using System.Text.RegularExpressions;
using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;

namespace TrustedPublishing.Packaging.Tests.Backends;

/// <summary>A wheel as lines that do not depend on the tool that wrote it: fields in a uniform spelling, members with their content.</summary>
internal static partial class BuiltWheel
{
    /// <summary>Fields that depend on the version of a backend: its format, and what it adds itself.</summary>
    private static readonly string[] Own = ["Metadata-Version", "Dynamic", "Import-Name", "Import-Namespace"];

    /// <param name="path">The wheel.</param>
    /// <param name="licences">Licence files to leave out, and the fields about licence files with them.</param>
    public static string Read(string path, IReadOnlyCollection<string>? licences = null)
    {
        var members = ArchiveContents.OfWheel(path).Where(member => !member.Key.EndsWith('/')).ToDictionary();
        var info = members.Keys.Single(name => name.EndsWith(".dist-info/METADATA", StringComparison.Ordinal))[..^"METADATA".Length];
        var metadata = CoreMetadata.Parse(Encoding.UTF8.GetBytes(members[info + "METADATA"]));
        string[] leftOut = ["METADATA", "RECORD", "WHEEL", "top_level.txt", "zip-safe", "entry_points.txt", .. (licences ?? []).SelectMany(licence => new[] { licence, $"licenses/{licence}" })];
        string[] fields = licences?.Count > 0 ? [.. Own, "License-File"] : Own;
        IEnumerable<string> lines =
        [
            Path.GetFileName(path).Replace("-py2.py3-", "-py3-", StringComparison.Ordinal),
            .. metadata.Fields.Where(field => !fields.Contains(field.Key, StringComparer.OrdinalIgnoreCase)).Select(Field).Distinct().Order(StringComparer.Ordinal),
            .. EntryPoints(members.GetValueOrDefault(info + "entry_points.txt", "")),
            .. members.Where(member => !leftOut.Contains(member.Key.Replace(info, "", StringComparison.Ordinal))).OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => $"{member.Key.Replace($"{info}licenses/", info, StringComparison.Ordinal)}: {member.Value}"),
        ];
        return string.Join('\n', lines);
    }

    private static string Field(KeyValuePair<string, string> field) => $"{field.Key}: {field.Key switch
    {
        "Requires-Dist" when Requirement.TryParse(field.Value, out var requirement, out _) =>
            Extra().Replace(Sorted(requirement).ToString(), match => ProjectName.Normalize(match.Value)),
        "Provides-Extra" => ProjectName.Normalize(field.Value),
        "Requires-Python" when VersionSpecifiers.TryParse(field.Value, out var versions) => versions.ToString(),
        "Keywords" => string.Join(',', field.Value.Split(',').Select(word => word.Trim())),
        "License" => string.Join(' ', field.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        _ => field.Value.Trim(),
    }}";

    /// <summary>The order of the parts joined by <c>and</c> does not matter, nor does the spelling of the name.</summary>
    private static Requirement Sorted(Requirement requirement)
    {
        var parts = requirement.Marker?.Parts ?? [];
        return requirement with
        {
            Name = ProjectName.Normalize(requirement.Name),
            Marker = parts.OfType<Marker.Connective>().Any(part => part.Word == "or") || requirement.Marker is null
                ? requirement.Marker
                : new([.. parts.Where(part => part is not Marker.Connective).OrderBy(part => part.ToString(), StringComparer.Ordinal)
                    .SelectMany(part => new Marker[] { part, new Marker.Connective("and") }).SkipLast(1)]),
        };
    }

    /// <summary>The name of an extra in a marker; older backends leave it as the project writes it (PEP 685).</summary>
    [GeneratedRegex("(?<=\\bextra == [\"'])[^\"']+")]
    private static partial Regex Extra();

    /// <summary>Group, name and object in one line each; groups without entries are ignored.</summary>
    private static IEnumerable<string> EntryPoints(string text)
    {
        var (group, lines) = ("", new List<string>());
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith('['))
            {
                group = line;
            }
            else
            {
                lines.Add($"{group} {string.Join(" = ", line.Split('=', 2).Select(part => part.Trim()))}");
            }
        }

        return lines.Order(StringComparer.Ordinal);
    }
}

/// <summary>An sdist's members with their content, except those that a backend writes for its own use.</summary>
internal static class BuiltSdist
{
    /// <param name="path">The sdist.</param>
    /// <param name="licences">Licence files to leave out.</param>
    public static string Read(string path, IReadOnlyCollection<string>? licences = null)
    {
        var members = ArchiveContents.Entries(path).Where(entry => entry.EntryType is not (TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes))
            .Select(entry => (Name: entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..], Text: Text(entry)))
            .Where(member => member.Name is not ("PKG-INFO" or "pyproject.toml") && licences?.Contains(member.Name) != true && !member.Name.Contains(".egg-info/", StringComparison.Ordinal))
            .Where(member => member.Name != "setup.cfg" || !member.Text.StartsWith("[egg_info]", StringComparison.Ordinal));
        return string.Join('\n', members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}: {member.Text}"));
    }

    /// <summary>setuptools rewrites <c>setup.cfg</c> to state that the version has no tag.</summary>
    private static string Text(TarEntry entry)
    {
        using var reader = new StreamReader(entry.DataStream ?? Stream.Null);
        var text = reader.ReadToEnd();
        return entry.Name.EndsWith("/setup.cfg", StringComparison.Ordinal) && !text.StartsWith("[egg_info]", StringComparison.Ordinal) ? "" : text;
    }
}
