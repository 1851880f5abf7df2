using TrustedPublishing.Distributions;
using TrustedPublishing.Distributions.Grammar;
using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary><c>[build-system]</c>: the project's build backend (PEP 517, PEP 518).</summary>
internal static class BuildSystemReader
{
    /// <summary>The backend; setuptools if the file names none, and null after a complaint if it names an unknown one.</summary>
    public static BuildBackend? Read(TomlNode root, FindingList complaints)
    {
        if (root.Find("build-system") is not { Members: not null } table)
        {
            return BuildBackend.Setuptools;
        }

        var reading = new TableReading(table, complaints);
        var name = reading.Text("build-backend");
        var backend = name is null ? BuildBackend.Setuptools : BuildBackend.All.FirstOrDefault(known => known.Name == name.Text);
        if (reading.Node("backend-path") is { } path)
        {
            complaints.Add(Diagnostics.BackendPath(path));
        }
        else if (backend is null)
        {
            complaints.Add(Diagnostics.UnknownBackend(name!));
        }

        if (reading.Node("requires") is null)
        {
            complaints.Add(Diagnostics.Missing(table, "requires"));
        }

        return reading.Node("backend-path") is null ? backend : null;
    }
}

/// <summary>Reports everything that only the backend itself can do.</summary>
internal sealed class BuildSystemCheck(BuildBackend backend, ProjectTable? project, ProjectFolder folder, bool isVersionKnown, FindingList complaints)
{
    private readonly bool isAllKnown = isVersionKnown && project?.Find("dynamic")?.Items?.TrueForAll(item => item.Text == "version") != false;

    public void Check(TomlNode root)
    {
        var table = backend.TableOf(root);
        foreach (var (key, node) in table?.Members ?? [])
        {
            if (backend.Watched?.Contains(key) != false)
            {
                Check(node, key);
            }
        }

        foreach (var item in new TableReading(root.Find("build-system"), complaints).Texts("requires").Where(item => !IsHarmless(item.Text!, table)))
        {
            complaints.Add(Diagnostics.BuildRequirement(item, backend.Name));
        }

        Files(root);
    }

    private void Files(TomlNode root)
    {
        foreach (var file in backend.OwnFiles.Where(folder.HasFile))
        {
            complaints.Add(Diagnostics.BackendFile(file, backend.Name));
        }

        if (backend == BuildBackend.Setuptools)
        {
            SetuptoolsStubs.Check(folder, complaints);
            foreach (var (_, node) in root.Find("tool", "distutils")?.Members ?? [])
            {
                complaints.Add(Diagnostics.BuildInstruction(node, backend.Name));
            }
        }
    }

    /// <summary>Reports the shortest key below which no setting is supported.</summary>
    private void Check(TomlNode node, string key)
    {
        if (backend.Followed.Contains(key) || (backend.Table[0] == "hatch" && HatchKeys.IsWithoutEffect(node, key, folder, isVersionKnown, isAllKnown)) || IsBranchOfList(node, key))
        {
            return;
        }

        if (node.Members is not null && IsOnTheWay(key))
        {
            foreach (var (name, child) in node.Members)
            {
                Check(child, $"{key}.{name}");
            }

            return;
        }

        complaints.Add(Diagnostics.BuildInstruction(node, backend.Name));
    }

    private bool IsOnTheWay(string key) => (backend.Table[0] == "hatch" && HatchKeys.HoldsHooksOrTargets(key))
        || backend.Followed.Any(followed => followed.StartsWith(key + ".", StringComparison.Ordinal));

    /// <summary>setuptools' <c>packages</c> is either a table with <c>find</c> or a list.</summary>
    private bool IsBranchOfList(TomlNode node, string key) => backend == BuildBackend.Setuptools && key == "packages" && node.Items is not null;

    private bool IsHarmless(string text, TomlNode? table)
    {
        if (!Requirement.TryParse(text, out var requirement, out _))
        {
            return false;
        }

        var name = ProjectName.Normalize(requirement.Name);
        var finds = name == "setuptools-scm" && (folder.HasFolder(".git") || folder.HasFile(".git"));
        return backend.Requirements.Contains(name)
            || (isVersionKnown && backend.VersionPlugins.Contains(name) && !finds)
            || (isAllKnown && backend.MetadataPlugins.Contains(name))
            || (backend.Table[0] == "hatch" && IsOfDisabledHook(name, table));
    }

    /// <summary>For example <c>hatch-mypyc</c>, given <c>hooks.mypyc</c> with <c>enable-by-default = false</c>.</summary>
    private static bool IsOfDisabledHook(string name, TomlNode? table) =>
        new[] { table?.Find("build", "hooks"), table?.Find("build", "targets", "wheel", "hooks") }
            .SelectMany(hooks => hooks?.Members ?? [])
            .Any(hook => name == $"hatch-{hook.Key}" && hook.Value.Find("enable-by-default")?.Literal == "false");
}
