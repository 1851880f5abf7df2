using TrustedPublishing.Packaging.Pyproject;
using TrustedPublishing.Packaging.Sources;

namespace TrustedPublishing.Packaging.Backends;

/// <summary>
/// pdm-backend reads a dynamic version from <c>tool.pdm.version.path</c>
/// (<see href="https://backend.pdm-project.org/metadata/#dynamic-project-version"/>).
/// </summary>
internal static class PdmDynamic
{
    public static void Complete(ProjectTable project, ProjectTree tree, TomlNode? table, FindingList complaints)
    {
        var reading = new TableReading(table?.Find("version"), complaints);
        var path = reading.Text("path");
        var isFile = path is not null && (reading.Text("source")?.Text ?? "file") == "file";
        if (!isFile || !project.IsDynamic("version") || tree.Folder.ReadText(path!, path!.Text!, complaints) is not { } text)
        {
            return;
        }

        if (PythonPattern.Find(text, reading.Text("pattern")?.Text ?? PythonPattern.Pdm, "1") is { } version)
        {
            project.Supply("version", path.With(version));
        }
    }
}
