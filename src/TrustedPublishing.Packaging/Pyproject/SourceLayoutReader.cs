using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary>The backend's own table → where the packages are.</summary>
internal static class SourceLayoutReader
{
    public static SourceLayout Read(TomlNode root, BuildBackend backend, FindingList complaints)
    {
        var table = backend.Table.Aggregate(root.Find("tool"), (node, key) => node?.Find(key));
        return backend.Name switch
        {
            "setuptools.build_meta" => Setuptools(table, complaints) with { TakesAllUnderSrc = true },
            "hatchling.build" => Hatchling(table?.Find("build", "targets", "wheel", "packages"), complaints),
            "flit_core.buildapi" => OfModule(table?.Find("module", "name"), null, complaints),
            "uv_build" => Uv(table, complaints),
            _ => new(),
        };
    }

    /// <summary>hatchling's <c>packages</c> are paths; the last part is the package, what precedes is left out of the wheel.</summary>
    private static SourceLayout Hatchling(TomlNode? packages, FindingList complaints)
    {
        var paths = Texts(packages, complaints).Select(path => path.Trim('/')).ToList();
        var roots = paths.Select(path => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "").Distinct().ToList();
        if (packages is null || paths.Count == 0 || !AreInside(packages, paths, complaints))
        {
            return new();
        }

        if (roots.Count > 1)
        {
            complaints.Add(Diagnostics.SeveralRoots(packages));
            return new();
        }

        return new() { Root = roots[0], Units = [.. paths.Select(path => path[(path.LastIndexOf('/') + 1)..])], Key = packages };
    }

    /// <summary>setuptools lists every package with dots; sub-packages lie in the folders of their parents.</summary>
    private static SourceLayout Setuptools(TomlNode? table, FindingList complaints)
    {
        var (packages, modules, where) = (table?.Find("packages"), table?.Find("py-modules"), table?.Find("packages", "find", "where"));
        var names = packages?.Items is null ? [] : Texts(packages, complaints);
        var tops = names.Where(name => !names.Any(other => name.StartsWith(other + ".", StringComparison.Ordinal))).Select(name => name.Replace('.', '/'));
        var units = tops.Concat(Texts(modules, complaints).Select(name => name.Replace('.', '/'))).ToList();
        var mapping = table?.Find("package-dir");
        if (mapping is not null && mapping.Members?.Keys.SequenceEqual([""]) != true)
        {
            complaints.Add(Diagnostics.PackageMapping(mapping));
        }

        var root = mapping?.Find("")?.Text ?? Single(where, complaints);
        var isInside = root is null or "." || AreInside(mapping ?? where!, [root], complaints);
        return new() { Root = isInside ? Folder(root) : null, Units = units, Key = packages?.Items is null ? modules : packages };
    }

    private static string? Single(TomlNode? where, FindingList complaints)
    {
        var folders = Texts(where, complaints);
        if (folders.Count > 1)
        {
            complaints.Add(Diagnostics.SeveralRoots(where!));
        }

        return folders.Count == 0 ? null : folders[0];
    }

    private static SourceLayout Uv(TomlNode? table, FindingList complaints)
    {
        var root = table?.Find("module-root");
        return root is { Text.Length: > 0 } && !AreInside(root, [root.Text], complaints) ? new() : OfModule(table?.Find("module-name"), root?.Text, complaints);
    }

    private static SourceLayout OfModule(TomlNode? module, string? root, FindingList complaints)
    {
        if (module is { Text: null })
        {
            complaints.Add(Diagnostics.WrongType(module, "a string"));
        }

        return new() { Root = Folder(root), Units = module?.Text is { } name ? [name.Replace('.', '/')] : [], Key = module };
    }

    private static string? Folder(string? root) => root is "." ? "" : root?.Trim('/');

    private static IReadOnlyList<string> Texts(TomlNode? node, FindingList complaints)
    {
        if (node is not null && node.Items?.TrueForAll(item => item.Text is not null) != true)
        {
            complaints.Add(Diagnostics.WrongType(node, "an array of strings"));
            return [];
        }

        return [.. node?.Items?.Select(item => item.Text!) ?? []];
    }

    private static bool AreInside(TomlNode node, IReadOnlyList<string> paths, FindingList complaints)
    {
        var outside = paths.FirstOrDefault(path => !ProjectFolder.IsInside(path));
        if (outside is not null)
        {
            complaints.Add(Diagnostics.OutsideProject(node, outside));
        }

        return outside is null;
    }
}
