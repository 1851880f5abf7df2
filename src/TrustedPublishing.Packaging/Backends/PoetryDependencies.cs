using TrustedPublishing.Distributions;
using TrustedPublishing.Packaging.Pyproject;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// Converts <c>tool.poetry.dependencies</c> and <c>extras</c> to requirements (PEP 508), for projects without dependencies in <c>[project]</c>.
/// </summary>
internal static class PoetryDependencies
{
    public static void Complete(ProjectTable project, TomlNode table, FindingList complaints)
    {
        var isMixed = project.IsDynamic("dependencies") || project.IsDynamic("optional-dependencies");
        var (hasMain, hasOptional) = (project.Has("dependencies"), project.Has("optional-dependencies"));
        if (table.Find("dependencies") is not { Members: { } members } node || hasMain || (hasOptional && !isMixed))
        {
            project.Settle("dependencies");
            project.Settle("optional-dependencies");
            return;
        }

        var extras = hasOptional ? [] : (table.Find("extras")?.Members ?? []).Select(extra => (Name: ProjectName.Normalize(extra.Key),
            Projects: (extra.Value.Items ?? []).Select(item => ProjectName.Normalize(item.Text ?? "")).ToHashSet())).ToList();
        var requirements = new List<TomlNode>();
        foreach (var (name, value) in members.Where(member => !member.Key.Equals("python", StringComparison.OrdinalIgnoreCase)))
        {
            var inExtras = extras.Where(extra => extra.Projects.Contains(ProjectName.Normalize(name))).Select(extra => extra.Name).ToList();
            foreach (var item in value.Items ?? [value])
            {
                if (item.Find("optional")?.Literal == "true" && inExtras.Count == 0)
                {
                    continue;
                }

                if (Requirement(name, item, inExtras) is { } requirement)
                {
                    requirements.Add(item.With(requirement));
                }
                else
                {
                    complaints.Add(Diagnostics.PoetryDependency(value));
                }
            }
        }

        project.Supply("dependencies", new(node.Path, node.Key) { Items = requirements });
        project.Supply(
            "optional-dependencies",
            project.Find("optional-dependencies") ?? node.With(extras.Select(extra => KeyValuePair.Create(extra.Name, node.With(Array.Empty<string>())))));
    }

    /// <summary>Null for what an index does not accept (paths, addresses, repositories), and for what has no equivalent.</summary>
    private static string? Requirement(string name, TomlNode value, List<string> inExtras)
    {
        if (value.Text is null && (value.Members is null || value.Members.Keys.Any(key => key is "git" or "path" or "file" or "url")))
        {
            return null;
        }

        var specifiers = PoetryConstraint.Specifiers(value.Text ?? value.Find("version")?.Text ?? "*");
        var python = value.Find("python")?.Text is { } text ? PythonMarkers(text) : [];
        string[] markers =
        [
            .. value.Find("markers")?.Text is { } marker ? [$"({marker})"] : (string[])[],
            .. python ?? [],
            .. value.Find("platform")?.Text is { } platform ? [$"sys_platform == \"{platform}\""] : (string[])[],
            .. inExtras.Count == 0 ? (string[])[] : [$"({string.Join(" or ", inExtras.Select(extra => $"extra == \"{extra}\""))})"],
        ];
        var extras = value.Find("extras")?.Items is { Count: > 0 } items ? $"[{string.Join(',', items.Select(item => item.Text))}]" : "";
        return specifiers is null || python is null ? null : $"{name}{extras}{specifiers}{(markers.Length == 0 ? "" : $" ; {string.Join(" and ", markers)}")}";
    }

    /// <summary>Versions with three numbers are compared with <c>python_full_version</c>.</summary>
    private static string[]? PythonMarkers(string text)
    {
        var parsed = PoetryConstraint.Parse(text);
        var isComparable = parsed?.All(one =>
            (!one.Version.Contains('*', StringComparison.Ordinal) && one.Operator is ">=" or "<") || one.Version.Count(c => c == '.') > 1) == true;
        return isComparable
            ? parsed!.Select(one => $"{(one.Version.Count(c => c == '.') > 1 ? "python_full_version" : "python_version")} {one.Operator} \"{one.Version}\"").ToArray()
            : null;
    }
}
