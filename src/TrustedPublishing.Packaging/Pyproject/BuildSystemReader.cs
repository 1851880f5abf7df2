using TrustedPublishing.Distributions;

namespace TrustedPublishing.Packaging.Pyproject;

/// <summary><c>[build-system]</c>: which backend the project has (PEP 517, PEP 518); complaints about whatever only that backend can do.</summary>
internal static class BuildSystemReader
{
    /// <summary>The backend; setuptools when the file names none or an unknown one.</summary>
    public static BuildBackend Read(TomlNode root, ProjectFolder folder, FindingList complaints)
    {
        if (root.Find("build-system") is not { Members: not null } table)
        {
            return Checked(BuildBackend.Setuptools, root, folder, complaints);
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

        if (backend is null)
        {
            return BuildBackend.Setuptools;
        }

        foreach (var item in reading.Texts("requires").Where(item => !IsBackendItself(item.Text!, backend)))
        {
            complaints.Add(Diagnostics.BuildRequirement(item, backend.Name));
        }

        return Checked(backend, root, folder, complaints);
    }

    private static bool IsBackendItself(string text, BuildBackend backend) =>
        Requirement.TryParse(text, out var requirement, out _) && backend.Requirements.Contains(ProjectName.Normalize(requirement.Project));

    private static BuildBackend Checked(BuildBackend backend, TomlNode root, ProjectFolder folder, FindingList complaints)
    {
        var table = backend.Table.Aggregate(root.Find("tool"), (node, key) => node?.Find(key));
        foreach (var (key, node) in table?.Members ?? [])
        {
            if (backend.Watched?.Contains(key) != false)
            {
                Check(backend, node, key, complaints);
            }
        }

        if (backend == BuildBackend.Setuptools)
        {
            SetuptoolsFiles.Check(folder, complaints);
        }

        return backend;
    }

    /// <summary>Complains about the shortest key under which nothing is followed.</summary>
    private static void Check(BuildBackend backend, TomlNode node, string key, FindingList complaints)
    {
        var isOnTheWay = node.Members is not null && backend.Followed.Any(followed => followed.StartsWith(key + ".", StringComparison.Ordinal));
        if (isOnTheWay)
        {
            foreach (var (name, child) in node.Members!)
            {
                Check(backend, child, $"{key}.{name}", complaints);
            }
        }
        else if (!backend.Followed.Contains(key))
        {
            complaints.Add(Diagnostics.BuildInstruction(node, backend.Name));
        }
    }
}
