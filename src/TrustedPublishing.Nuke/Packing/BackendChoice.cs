using TrustedPublishing.Packaging;

namespace TrustedPublishing.Nuke.Packing;

/// <summary>Selects the backend of a project if none is specified.</summary>
internal static class BackendChoice
{
    /// <summary>This library if it can build the project; otherwise the backend that the project's files indicate.</summary>
    /// <param name="directory">The folder of <c>pyproject.toml</c>.</param>
    /// <param name="refusal">Why this library cannot build the project.</param>
    /// <param name="reason">Why the backend is selected, for the log.</param>
    /// <returns>The backend; null if the project itself must be fixed, whatever builds it.</returns>
    public static PythonBackend? Instead(string directory, PackagingException refusal, out string reason)
    {
        reason = $"because {refusal.Findings[0].Key} requires the project's own build backend";
        if (!refusal.Findings.All(complaint => complaint.NeedsOwnBackend))
        {
            return null;
        }

        var backend = File.Exists(Path.Combine(directory, "pyproject.toml")) ? PythonProjectFile.Read(directory).BuildBackend : null;
        return backend == "maturin" ? PythonBackend.Maturin
            : File.Exists(Path.Combine(directory, "uv.lock")) && PackProcess.Find("uv") is not null ? PythonBackend.Uv
            : PythonBackend.Build;
    }
}
