using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>Converts the <c>[project]</c> table to a <see cref="StaticProject"/>, or reports findings.</summary>
internal static class ProjectReader
{
    /// <summary>Null if, and only if, name or version are missing or invalid.</summary>
    public static StaticProject? Read(TomlNode root, ProjectTree tree, string? givenVersion, LicensePolicy policy, FindingList complaints)
    {
        if (root.Find("project") is not { Members: not null } table)
        {
            complaints.Add(Diagnostics.NoProjectTable());
            return null;
        }

        var reading = new TableReading(table, complaints);
        UnknownKeys(table, complaints);
        DynamicReader.Check(reading, complaints);
        var name = Name(reading, table, complaints);
        var version = VersionReader.Read(reading, givenVersion, complaints);
        var dependencies = DependencyReader.Read(reading, complaints);
        var license = LicenseReader.Read(reading, tree, policy, complaints);
        var readme = ReadmeReader.Read(reading, tree.Folder, complaints);
        var imports = ImportNameReader.Read(reading, complaints);
        var project = new StaticProject
        {
            Name = name ?? "",
            Version = version ?? VersionReader.Unknown,
            Summary = Summary(reading, complaints),
            Readme = readme,
            RequiresPython = RequiresPython(reading, complaints),
            License = license,
            ReferencedFiles = [.. (readme?.Paths ?? []).Concat(license.Files).Concat(license.TableFile is { } file ? [file] : [])],
            Authors = PeopleReader.Read(reading, "authors", complaints),
            Maintainers = PeopleReader.Read(reading, "maintainers", complaints),
            Keywords = LabelReader.Keywords(reading, complaints),
            Classifiers = LabelReader.Classifiers(reading, policy.TakesClassifiers ? null : license.Expression, complaints),
            Urls = LabelReader.Urls(reading, complaints),
            EntryPoints = EntryPointReader.Read(reading, complaints),
            Requirements = dependencies.Requirements,
            Extras = dependencies.Extras,
            ImportNames = imports.Names,
            ImportNamespaces = imports.Namespaces,
        };
        return name is null || version is null ? null : project;
    }

    private static readonly HashSet<string> Known =
    [
        "name", "version", "description", "readme", "requires-python", "license", "license-files", "authors", "maintainers", "keywords",
        "classifiers", "urls", "scripts", "gui-scripts", "entry-points", "dependencies", "optional-dependencies", "dynamic",
        "import-names", "import-namespaces",
    ];

    private static void UnknownKeys(TomlNode table, FindingList complaints)
    {
        foreach (var (key, node) in table.Members!)
        {
            if (!Known.Contains(key))
            {
                complaints.Add(Diagnostics.UnknownKey(node, Known.FirstOrDefault(known => known.Replace("-", "", StringComparison.Ordinal)
                    .Equals(key.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))));
            }
        }
    }

    private static string? Name(TableReading reading, TomlNode table, FindingList complaints)
    {
        if (reading.Node("name") is null)
        {
            complaints.Add(Diagnostics.Missing(table, "name"));
        }

        if (reading.Text("name") is not { } node)
        {
            return null;
        }

        if (!ProjectName.IsValid(node.Text!))
        {
            complaints.Add(Diagnostics.InvalidName(node));
            return null;
        }

        return node.Text;
    }

    private static string? Summary(TableReading reading, FindingList complaints)
    {
        var node = reading.Text("description");
        if (node is not null && (node.Text!.AsSpan().IndexOfAny('\n', '\r') >= 0 || node.Text!.EnumerateRunes().Count() > 512))
        {
            complaints.Add(Diagnostics.InvalidSummary(node));
        }

        return string.IsNullOrWhiteSpace(node?.Text) ? null : node.Text.Trim();
    }

    private static string? RequiresPython(TableReading reading, FindingList complaints)
    {
        var node = reading.Text("requires-python");
        if (node is not null && !VersionSpecifiers.TryParse(node.Text!, out _))
        {
            complaints.Add(Diagnostics.InvalidSpecifiers(node));
        }

        return string.IsNullOrWhiteSpace(node?.Text) ? null : node.Text.Trim();
    }
}
