using System.Text.RegularExpressions;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>The values that poetry-core reads from <c>[tool.poetry]</c> if <c>[project]</c> does not contain them.</summary>
internal static partial class PoetryTable
{
    /// <summary>Keys that have the same meaning in both tables.</summary>
    private static readonly string[] Plain = ["version", "description", "keywords", "readme"];

    private static readonly string[] PersonKeys = ["name", "email"];

    private static readonly string[] UrlKeys = ["homepage", "repository", "documentation"];

    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        table ??= new("tool.poetry", null) { Members = [] };
        foreach (var key in Plain)
        {
            Supply(project, key, table.Find(key));
        }

        if (!project.Has("license") && table.Find("license") is { Text: not null } license)
        {
            project.Supply("license", license.With([KeyValuePair.Create("text", license)]));
        }

        Supply(project, "requires-python", Python(table.Find("dependencies", "python"), complaints));
        PoetryDependencies.Complete(project, table, complaints);
        People(project, table, "authors");
        People(project, table, "maintainers");
        Urls(project, table);
        Scripts(project, table, complaints);
        PoetryClassifiers.Complete(project, table, complaints);
    }

    private static void Supply(ProjectTable project, string key, TomlNode? value)
    {
        if (!project.Has(key) && value is not null)
        {
            project.Supply(key, value);
        }
    }

    private static TomlNode? Python(TomlNode? node, FindingList complaints)
    {
        if (node?.Text is not { } text || text.Trim() == "*")
        {
            return null;
        }

        if (PoetryConstraint.Specifiers(text) is not { } specifiers)
        {
            complaints.Add(Diagnostics.PoetryDependency(node));
            return null;
        }

        return node.With(specifiers);
    }

    /// <summary>poetry-core writes only the first person, with name and address in separate fields.</summary>
    private static void People(ProjectTable project, TomlNode table, string key)
    {
        var first = project.Find(key)?.Items is [var person, ..] ? person : table.Find(key)?.Items is [var stated, ..] ? Person(stated) : null;
        if (first is null)
        {
            return;
        }

        var (name, email) = (first.Find("name") ?? first.Find("email"), first.Find("name") is null ? null : first.Find("email"));
        TomlNode?[] entries = [Entry("name", name), Entry("email", email)];
        project.Supply(key, new(first.Path, first.Key) { Items = [.. entries.OfType<TomlNode>()] });

        TomlNode? Entry(string field, TomlNode? value) => value is null ? null : new(first.Path, first.Key) { Members = new([KeyValuePair.Create(field, value)]) };
    }

    private static TomlNode Person(TomlNode stated)
    {
        var match = Mailbox().Match(stated.Text ?? "");
        return stated.With(PersonKeys.Where(key => match.Groups[key].Success).Select(key => KeyValuePair.Create(key, stated.With(match.Groups[key].Value))));
    }

    private static void Urls(ProjectTable project, TomlNode table)
    {
        var stated = project.Has("urls")
            ? project.Find("urls")!.Members!
            : UrlKeys.Where(key => table.Find(key) is not null).Select(key => KeyValuePair.Create(key, table.Find(key)!))
                .Concat(table.Find("urls")?.Members ?? []);
        var urls = stated.Select(url => KeyValuePair.Create(Label(url.Key), url.Value)).DistinctBy(url => url.Key).ToList();
        if (urls.Count > 0)
        {
            project.Supply("urls", (project.Find("urls") ?? table).With(urls));
        }
    }

    private static string Label(string key) => key.ToLowerInvariant() switch
    {
        "homepage" => "Homepage",
        "repository" => "Repository",
        "documentation" => "Documentation",
        _ => key,
    };

    private static void Scripts(ProjectTable project, TomlNode table, FindingList complaints)
    {
        var scripts = new List<KeyValuePair<string, TomlNode>>();
        foreach (var (name, node) in table.Find("scripts")?.Members ?? [])
        {
            if (node.Text is not null || (node.Find("type")?.Text == "console" && node.Find("reference") is not null))
            {
                scripts.Add(KeyValuePair.Create(name, node.Find("reference") ?? node));
            }
            else
            {
                complaints.Add(Diagnostics.BuildInstruction(node, "poetry.core.masonry.api"));
            }
        }

        Supply(project, "scripts", scripts.Count == 0 ? null : table.Find("scripts")!.With(scripts));
        Supply(project, "entry-points", table.Find("plugins"));
    }

    [GeneratedRegex(@"\A(?<name>[^<]+?)(?:\s*<(?<email>[^<>]+)>)?\z")]
    private static partial Regex Mailbox();
}
